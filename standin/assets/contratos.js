/* global jQuery */
jQuery(($) => {
  $('.mostrar-contrato').on('click', (event) => {
    event.preventDefault();
    const link = $(event.currentTarget);
    const widget = link.nextAll('.contrato-widget');
    widget.prop('hidden', !widget.prop('hidden'));
    widget.find('object').attr('data', link.data('url'));
    link.text(widget.prop('hidden') ? 'Mostrar Contrato' : 'Ocultar Contrato');
  });
  // The PDF is only loaded when somebody wants to see it.
  $('#vprev-tab').on('click', (event) => {
    $('.contrato-visualizer object').attr('data', event.currentTarget.dataset.url);
  });
});
