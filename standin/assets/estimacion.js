/* global jQuery */
// The form of an estimate: one concept at a time, rows that are added, sizes that are multiplied.
jQuery(($) => {
  const place = $('#conceptos');

  $('.concept-selector')
    .select2({ width: '100%' })
    .on('change', (event) => {
      place.children().each((_, block) => {
        const shown = block.dataset.id === event.currentTarget.value;
        $(block).toggleClass('d-appear', shown).toggleClass('d-none', !shown);
      });
    });

  // A copy of the first row, empty, with the next number.
  const addRow = (rows, before) => {
    const row = rows.first().clone(false);
    const [, prefix] = /^(.+)-\d+-id$/.exec(row.find('[name$="-id"]').attr('name'));
    const total = $(`[name="${prefix}-TOTAL_FORMS"]`);
    const number = total.val();
    row.removeClass('marked').find('.invalid-feedback, a').remove();
    row.find('.is-invalid').removeClass('is-invalid');
    row.find('input').each((_, element) => {
      const name = element.name.replace(/-\d+-([a-zA-Z]+)$/, `-${number}-$1`);
      row.find(`label[for="${element.id}"]`).attr('for', `id_${name}`);
      $(element)
        .attr({ name, id: `id_${name}` })
        .prop('checked', false)
        .val('');
    });
    row.insertBefore(before);
    total.val(Number(number) + 1);
  };
  place.on('click', '.add-ver-form-row', ({ currentTarget }) => {
    const part = $(currentTarget).closest('.calcular');
    addRow(part.find('.vertices'), part.find('.calcular_cantidad'));
  });
  place.on('click', '.add-img-form-row', ({ currentTarget }) => {
    addRow($(currentTarget).siblings('.images'), currentTarget);
  });

  // What is marked goes when the form is saved.
  place.on('click', '.remove_ver_div, .remove_img_span', ({ currentTarget }) => {
    const row = $(currentTarget).closest('.vertices, .images');
    const mark = row.find('[name$="-DELETE"]');
    mark.prop('checked', !mark.prop('checked'));
    row.toggleClass('marked', mark.prop('checked'));
  });

  // In hundredths, so that nothing is lost before the end.
  const hundredths = (text) => BigInt(Math.round(Number(text) * 100));
  const volume = (row) => {
    const sizes = ['largo', 'ancho', 'alto', 'piezas'].map((name) =>
      hundredths($(row).find(`[name$="-${name}"]`).val()),
    );
    return place.data('calculate') === 'product'
      ? sizes.reduce((product, size) => product * size, 1n)
      : sizes.reduce((sum, size) => sum + size, 0n) * 1_000_000n;
  };
  place.on('click', '.calcular_cantidad', ({ currentTarget }) => {
    const part = $(currentTarget).closest('.calcular');
    const rows = part.find('.vertices').not('.marked').toArray();
    const sum = rows.reduce((total, row) => total + volume(row), 0n);
    const rounded = sum < 0n ? -((500_000n - sum) / 1_000_000n) : (sum + 500_000n) / 1_000_000n;
    const [, sign, digits] = /^(-?)(\d+)$/.exec(String(rounded));
    const padded = digits.padStart(3, '0');
    part
      .find('[name$="-cuantity_estimated"]')
      .val(`${sign}${padded.slice(0, -2)}.${padded.slice(-2)}`);
  });

  const limit = Number(place.data('limit'));
  place.on('change', '.img-input', ({ currentTarget }) => {
    const [file] = currentTarget.files;
    if (limit === 0 || file === undefined || file.size <= limit) return;
    alert('¡No puedes adjuntar imagenes mayores a 2MB!');
    currentTarget.value = '';
  });
});
