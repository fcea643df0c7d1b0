/** The tables, in the real application's terms. Deletion cascades as it does there. */
export const schema = `
create extension if not exists unaccent;

create table customer (id serial primary key, customer_name text);
create table company (id serial primary key, full_name text, company_name text not null,
  customer_id int not null references customer on delete cascade);
create table nivel (id serial primary key, nivel int unique not null, nombre text not null);
create table users (id serial primary key, username text unique not null, email text unique not null,
  password text not null, old_password text, first_name text not null default '', last_name text not null default '',
  puesto text, is_new bool not null default true, is_active bool not null default true,
  is_staff bool not null default false, groups text[] not null default '{}',
  customer_id int not null references customer on delete cascade,
  currently_at_id int references company on delete set null,
  nivel_id int not null references nivel);
create table user_company (user_id int references users on delete cascade,
  company_id int references company on delete cascade, primary key (user_id, company_id));
create table emailaddress (id serial primary key, user_id int not null references users on delete cascade,
  email text unique not null, verified bool not null default false, sent_at timestamptz);
create table session (key text primary key, user_id int references users on delete cascade,
  auth text not null default '', data jsonb not null default '{}');
create table failed_login (id serial primary key, login text not null, at timestamptz not null default now());

create table contraparte (id serial primary key, cliente_name text not null, tipo text not null,
  company_id int not null references company on delete cascade);
create table unidad (id serial primary key, unit text not null,
  company_id int not null references company on delete cascade, unique (unit, company_id));
create table sitio (id serial primary key, sitio_name text not null, sitio_location text,
  cliente_id int not null references contraparte on delete cascade);
create table destinatario (id serial primary key, destinatario_text text not null, puesto text,
  contraparte_id int not null references contraparte on delete cascade);
create table contrato (id serial primary key, parent_id int references contrato on delete cascade,
  folio int not null, code text, fecha date not null, contrato_name text not null,
  contrato_shortname text not null, contraparte_id int not null references contraparte on delete cascade,
  sitio_id int not null references sitio on delete cascade, status bool not null default true,
  file text, monto numeric(12,2) not null default 0, anticipo numeric(5,2) not null default 0);
create table contrato_user (contrato_id int references contrato on delete cascade,
  user_id int references users on delete cascade, primary key (contrato_id, user_id));
create table retencion (id serial primary key, nombre text not null, tipo text not null,
  valor numeric(12,2) not null, project_id int not null references contrato on delete cascade);
create table concepto (id serial primary key, code text not null, concept_text text not null,
  unit_id int not null references unidad deferrable initially deferred, total_cuantity numeric(20,8) not null,
  unit_price numeric(12,2) not null, project_id int not null references contrato on delete cascade);
create table estimacion (id serial primary key, project_id int not null references contrato on delete cascade,
  consecutive int not null, draft_by_id int references users on delete set null,
  supervised_by_id int references users on delete set null, start_date date not null,
  finish_date date not null, draft_date date not null default current_date, auth_date date,
  paid bool not null default false, invoiced bool not null default false, payment_date date,
  mostrar_anticipo bool not null default false, mostrar_retenciones bool not null default false);
create table estimacion_auth (estimacion_id int references estimacion on delete cascade,
  destinatario_id int references destinatario on delete cascade, kind text not null,
  primary key (estimacion_id, destinatario_id, kind));
create table estimado (id serial primary key, estimacion_id int not null references estimacion on delete cascade,
  concepto_id int not null references concepto on delete cascade,
  cuantity_estimated numeric(20,8) not null default 0, observations text);
create table vertice (id serial primary key, estimado_id int not null references estimado on delete cascade,
  nombre text not null, largo numeric(12,4) not null, ancho numeric(12,4) not null,
  alto numeric(12,4) not null, piezas numeric(12,4) not null);
create table imagen (id serial primary key, estimado_id int not null references estimado on delete cascade,
  image text not null);
create table media (path text primary key, type text not null, bytes bytea not null);

insert into nivel (nivel, nombre) values (1, 'Auxiliar'), (2, 'Coordinador'), (3, 'Director'),
  (4, 'Corporativo'), (5, 'Soporte'), (6, 'Superuser');
`;
