/* global jQuery */
// Adds a row to a table that is edited row by row: a copy of the last one, empty, with its number.
jQuery(($) => {
  const form = $('form[data-formset]');
  const prefix = form.data('formset');
  const total = $(`#id_${prefix}-TOTAL_FORMS`);

  $('.add-form-row').on('click', () => {
    const number = Number(total.val());
    const last = $('#formset tr.dynamic-form').last();
    last.find('select.select2-hidden-accessible').select2('destroy');
    const row = last.clone(false);
    row.find('.errorlist').remove();
    row.find('[name]').each((_, element) => {
      const name = element.name.replace(/-\d+-/, `-${number}-`);
      $(element)
        .attr({ name, id: `id_${name}` })
        .val('')
        .prop('checked', false);
      $(element).filter('select[data-search]').find('option').not('[value=""]').remove();
    });
    last.after(row);
    last
      .add(row)
      .find('select[data-search]')
      .each((_, element) => window.searchable(element));
    total.val(number + 1);
  });
});
