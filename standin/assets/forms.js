/* global jQuery */
// The widgets of every page: date fields and selects that search.
jQuery(($) => {
  $('.datetimepicker-input').datetimepicker({ format: 'YYYY-MM-DD', useCurrent: false });

  const forwarded = (names) =>
    JSON.stringify(
      Object.fromEntries(
        names
          .split(',')
          .filter(Boolean)
          .map((name) => [name, $(`[name="${name}"]`).val()]),
      ),
    );

  $('select[data-search]').each((_, element) => {
    const select = $(element);
    const { search, least, forward } = element.dataset;
    select.select2({
      width: '100%',
      minimumInputLength: Number(least),
      tags: false,
      placeholder: '',
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
  });

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
});
