/** A refusal as a form shows it: what belongs to a field stands beside it, the rest stands above. */
export interface Refusal {
  fields: Record<string, string>;
  /** Words, or the key of words of our own. */
  general: string | null;
}

export const noRefusal: Refusal = { fields: {}, general: null };

/** `shown` are the fields that the form has; a problem of any other place is said above. */
export function refusalOf(error: unknown, shown: readonly string[]): Refusal {
  const { message = 'app.error.internal', body } = error as {
    message?: string;
    body?: { errors?: Record<string, unknown> };
  };
  const named = Object.entries(body?.errors ?? {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const beside = named.filter(([field]) => shown.includes(field));
  const others = named.filter(([field]) => !shown.includes(field)).map(([, words]) => words);
  const general = [...new Set(others)].join(' ');
  return {
    fields: Object.fromEntries(beside),
    general: general || (beside.length > 0 ? null : message),
  };
}
