/* global jQuery */
// The widgets of every page: date fields and selects that search.
jQuery(($) => {
  $('.datetimepicker-input').each((_, element) => {
    const saved = element.value;
    $(element).datetimepicker({ format: 'YYYY-MM-DD', useCurrent: false });
    // The widget empties a field that had a date before it came.
    element.value = saved;
  });

  const forwarded = (names) =>
    JSON.stringify(
      Object.fromEntries(
        names
          .split(',')
          .filter(Boolean)
          .map((name) => [name, $(`[name="${name}"]`).val()]),
      ),
    );

  const searchable = (element) => {
    const select = $(element);
    const { search, least, forward, html } = element.dataset;
    select.select2({
      width: '100%',
      minimumInputLength: Number(least),
      tags: false,
      placeholder: '',
      ...(html === undefined ? {} : { escapeMarkup: (text) => text }),
      ajax: {
        url: search,
        dataType: 'json',
        delay: 250,
        data: ({ term, page }) => ({ q: term, page, forward: forwarded(forward) }),
      },
    });
    // An entry that is not there yet is created at once, even if the form is never saved.
    select.on('select2:selecting', (event) => {
      const { data } = event.params.args;
      if (data.create_id !== true) return;
      event.preventDefault();
      $.ajax({
        url: search,
        type: 'POST',
        data: {
          text: data.id,
          forward: forwarded(forward),
          csrfmiddlewaretoken: $('[name=csrfmiddlewaretoken]').first().val(),
        },
        success: ({ id, text }) => {
          const option = new Option(text, id, true, true);
          if (!element.multiple) select.find('option').not('[value=""]').remove();
          select.append(option).trigger('change').select2('close');
        },
      });
    });
  };
  window.searchable = searchable;
  $('select[data-search]').each((_, element) => searchable(element));
});
