import type { Db } from './db.ts';

const rowsOf = (company: number, name: string, each: number): string => `
  insert into contraparte (cliente_name, tipo, company_id)
    select '${name}' || ' cliente ' || n, case n % 3 when 1 then 'SUBCONTRATISTA' else 'CLIENTE' end, ${company}
    from generate_series(1, ${each} / 10) n;
  insert into unidad (unit, company_id) select '${name}' || ' m' || n, ${company} from generate_series(1, 9) n;
  insert into sitio (sitio_name, sitio_location, cliente_id)
    select '${name}' || ' obra ' || id, 'Mérida', id from contraparte where company_id = ${company};
  insert into destinatario (destinatario_text, puesto, contraparte_id)
    select '${name}' || ' Ñandú ' || n, 'Residente', id
    from contraparte cross join generate_series(1, 10) n where company_id = ${company};
  insert into users (username, email, password, customer_id, currently_at_id, nivel_id, is_new, groups)
    select 'de-${company}-' || n, 'de-${company}-' || n || '@construbot.test', '!', customer_id, company.id,
      nivel.id, false, '{Users,Proyectos}'
    from generate_series(1, ${each}) n join nivel on nivel = 1 + n % 4 join company on company.id = ${company};
  insert into user_company select id, ${company} from users where password = '!' and currently_at_id = ${company};
  insert into contrato (folio, code, fecha, contrato_name, contrato_shortname, contraparte_id, sitio_id, monto)
    select row_number() over (), 'C-' || n, '2026-01-31', '${name}' || ' contrato ' || n, '${name}' || ' ' || n, c.id, s.id, 1000.01 * n
    from contraparte c join sitio s on s.cliente_id = c.id cross join generate_series(1, 10) n
    where c.company_id = ${company};
  insert into contrato_user select c.id, u.id from contrato c join contraparte p on p.id = c.contraparte_id
    join users u on u.username = 'de-${company}-' || c.folio where p.company_id = ${company};
  insert into concepto (code, concept_text, unit_id, total_cuantity, unit_price, project_id)
    select 'A-' || c.folio, '${name}' || ' concepto', (select min(id) from unidad where company_id = ${company}), 100, 12.34, c.id
    from contrato c join contraparte p on p.id = c.contraparte_id where p.company_id = ${company};
  insert into retencion (nombre, tipo, valor, project_id) select '${name}' || ' fondo', 'PORCENTAJE', 5, project_id
    from concepto where unit_id in (select id from unidad where company_id = ${company});
  insert into estimacion (project_id, consecutive, start_date, finish_date, draft_date)
    select project_id, 1, '2026-02-01', '2026-02-15', '2026-02-16'
    from concepto where unit_id in (select id from unidad where company_id = ${company});
  insert into estimado (estimacion_id, concepto_id, cuantity_estimated)
    select e.id, c.id, 2.5 from estimacion e join concepto c on c.project_id = e.project_id
    where unit_id in (select id from unidad where company_id = ${company});
  insert into vertice (estimado_id, nombre, largo, ancho, alto, piezas)
    select e.id, '${name}', 1, 1, 1, 2.5 from estimado e join concepto c on c.id = e.concepto_id
    where unit_id in (select id from unidad where company_id = ${company})`;

/**
 * Fills every company that there is, and those of a further customer, with the data of people who have
 * nothing to do with who looks at them, as a copy of production does.
 *
 * @param each how many contratos, conceptos, estimaciones, destinatarios and users each company gets:
 *   a multiple of ten
 * @param name what all names begin with: letters, digits and spaces
 */
export async function crowd(db: Db, each: number, name: string): Promise<void> {
  const customer = await db.insert('customer', { customer_name: `${name} Oriente` });
  for (const company of ['Uno', 'Dos']) {
    const company_name = `${name} Oriente ${company}`;
    await db.insert('company', { company_name, full_name: company_name, customer_id: customer });
  }
  for (const { id } of await db.all<{ id: number }>('select id from company')) {
    for (const statement of rowsOf(id, name, each).split(';')) await db.all(statement);
  }
}
