// What changed, field by field, out of what an event keeps of it. Pure.

type Fields = Record<string, unknown>;

export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
}

const asFields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

/**
 * The fields of `before` and `after`, in the detail or, where nothing of a change is personal, in the data; and what
 * else the detail tells (a reason), as if it had come into being.
 */
export function changesOf(detail: unknown, data: unknown): FieldChange[] {
  const { before, after, ...told } = asFields(detail);
  const facts = asFields(data);
  const was = asFields(before ?? (after === undefined ? facts['before'] : undefined));
  const is = asFields(after ?? facts['after']);
  const fields = [...new Set([...Object.keys(is), ...Object.keys(was)])];
  return [
    ...fields.map((field) => ({ field, before: was[field] ?? null, after: is[field] ?? null })),
    ...Object.entries(told).map(([field, value]) => ({ field, before: null, after: value })),
  ];
}
