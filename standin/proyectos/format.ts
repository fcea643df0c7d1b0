const months = [
  'Enero',
  'Febrero',
  'Marzo',
  'Abril',
  'Mayo',
  'Junio',
  'Julio',
  'Agosto',
  'Septiembre',
  'Octubre',
  'Noviembre',
  'Diciembre',
];

const parts = (iso: string): [year: string, month: number, day: string] => {
  const [year = '', month = '', day = ''] = iso.split('-');
  return [year, Number(month), day];
};

/** `15/Enero/2026` */
export function dayMonthYear(iso: string): string {
  const [year, month, day] = parts(iso);
  return `${day}/${months[month - 1] ?? ''}/${year}`;
}

/** `15 de Enero de 2026` */
export function longDate(iso: string): string {
  const [year, month, day] = parts(iso);
  return `${Number(day)} de ${months[month - 1] ?? ''} de ${year}`;
}

/** `15/01/2026` */
export function shortDate(iso: string): string {
  const [year, month, day] = parts(iso);
  return `${day}/${String(month).padStart(2, '0')}/${year}`;
}

/** Exact text of a number with a comma for thousands: `1000000.50` → `1,000,000.50` */
export function commas(value: string | number): string {
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
