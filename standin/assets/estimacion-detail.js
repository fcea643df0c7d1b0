/* global jQuery */
// The two tabs of an estimate, and the print page of the one that is shown.
jQuery(($) => {
  const show = (estimate) => (event) => {
    event.preventDefault();
    $('.cont_estimacion').prop('hidden', !estimate);
    $('.cont_generator').prop('hidden', estimate);
    $('#estimate_appear').toggleClass('active', estimate);
    $('#generator_appear').toggleClass('active', !estimate);
  };
  $('#estimate_appear').on('click', show(true));
  $('#generator_appear').on('click', show(false));
  $('#print_es').on('click', (event) => {
    event.preventDefault();
    const { generator, estimate } = event.currentTarget.dataset;
    window.open($('#estimate_appear').hasClass('active') ? estimate : generator, '_blank');
  });
});
