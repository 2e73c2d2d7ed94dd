/** What the first page asks for, as it is typed. */
export interface Founding {
  setupCode: string;
  communeCode: string;
  communeName: string;
  provinceCode: string;
  provinceName: string;
  /** One village a line. */
  villages: string;
  fullName: string;
  login: string;
  password: string;
}

export const emptyFounding: Founding = {
  setupCode: '',
  communeCode: '',
  communeName: '',
  provinceCode: '',
  provinceName: '',
  villages: '',
  fullName: '',
  login: '',
  password: '',
};

/** The lines of a list pasted from a document: numbers and bullets before the names fall away, and so do repetitions. */
export function villagesOf(text: string): string[] {
  const names = text
    .split('\n')
    .map((line) =>
      line
        .replace(/^\s*(?:\d{1,3}\s*[.)]|[-–•*+])\s*/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean);
  return [...new Set(names)];
}

/** As the server takes it. A password is sent as it was typed, spaces and all. */
export function foundingInput({ villages, password, ...rest }: Founding): Record<string, unknown> {
  const trimmed = Object.fromEntries(
    Object.entries(rest).map(([field, value]: [string, string]) => [field, value.trim()]),
  );
  return { ...trimmed, villages: villagesOf(villages), password };
}
