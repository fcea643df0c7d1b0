/* global jQuery */
// What every page does: the menus, the switch of company, and the question before deleting.
jQuery(($) => {
  $('.drop-company').on('click', (event) => {
    event.preventDefault();
    const { company } = event.currentTarget.dataset;
    $.get(`/users/company-change/${encodeURIComponent(company)}/`, () => window.location.reload());
  });

  // Lists ask before they delete: the question comes as a piece of HTML.
  $(document).on('click', '.anchor_delete', (event) => {
    event.preventDefault();
    const { model, id, area } = event.currentTarget.dataset;
    const url = `/${area ?? 'proyectos'}/eliminar/${model}/${id}/`;
    const place = $(event.currentTarget.dataset.place ?? '#cont_danger');
    place.load(url, () => {
      place.show();
      $('#button_cancel').on('click', (cancel) => {
        cancel.preventDefault();
        place.hide().empty();
      });
      $('#delete_form').on('submit', (submit) => {
        submit.preventDefault();
        $.post(url, $('#delete_form').serialize(), () => window.location.reload());
      });
    });
  });

  const narrow = (on) => () => $('body').toggleClass('menu-narrow', on);
  $('#event_menu_in').on('click', narrow(true));
  $('#event_menu_out').on('click', narrow(false));
  $('.menu-icon').on('click', () => $('body').toggleClass('menu-open'));
});
