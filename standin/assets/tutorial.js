/* global jQuery, introJs */
// The tour of a new user: begun, or skipped for good.
const { done, end } = document.currentScript.dataset;
jQuery(($) => {
  const reload = () => window.location.reload();
  const finish = () => (end === '' ? reload() : $.post(end, $('#user_form').serialize(), reload));
  let skipped = false;
  $('#tutorialModal')
    .modal()
    .on('hidden.bs.modal', () => {
      if (skipped) return;
      introJs()
        .setOptions({
          doneLabel: done === '' ? '¡Terminar!' : 'Crear un contrato',
          showBullets: false,
        })
        .oncomplete(() => (done === '' ? finish() : window.location.assign(done)))
        .start();
    });
  $('#omitir').on('click', () => {
    skipped = true;
    finish();
  });
});
