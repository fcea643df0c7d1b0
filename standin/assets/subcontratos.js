/* global jQuery */
// Unfolds the estimate of a subcontract under its row; one at a time.
jQuery(($) => {
  const fold = () => {
    $('#subestimacioncontainer').closest('tr').remove();
    $('.clicked').removeClass('clicked oi-chevron-bottom').addClass('oi-chevron-right');
  };
  $('.llamar-subestimacion').on('click', (event) => {
    event.preventDefault();
    const link = $(event.currentTarget);
    const icon = link.find('.oi');
    const open = icon.hasClass('clicked');
    fold();
    if (open) return;
    icon.addClass('clicked oi-chevron-bottom').removeClass('oi-chevron-right');
    $.get(link.data('url'), (page) => {
      const table = $(new DOMParser().parseFromString(page, 'text/html')).find('table.estimate');
      const cell = $('<td colspan="6" id="subestimacioncontainer">').append(table);
      link.closest('tr').after($('<tr>').append(cell));
    });
  });
});
