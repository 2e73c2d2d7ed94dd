/** Figures in sentences: one decimal, as each language writes it; days as dd/MM/yyyy in both. */

/** 1200 → "1.200" and "1,200". */
export function count(value: number): { vi: string; en: string } {
  const text = String(value);
  return { vi: text.replace(THOUSANDS, '.'), en: text.replace(THOUSANDS, ',') };
}

const THOUSANDS = /\B(?=(?:\d{3})+$)/g;

/** Whole tenths of a percent or of a point, with a unit. */
export function tenths(value: number, unit: string): { vi: string; en: string } {
  const text = (value / 10).toFixed(1);
  return { vi: `${text.replace('.', ',')}${unit}`, en: `${text}${unit}` };
}

export function dayOf(day: string): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}
