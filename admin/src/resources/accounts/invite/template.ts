/** The columns that the server reads, in the order of the office's own lists. */
const columns = ['fullName', 'phone', 'birthYear', 'role', 'orgUnit', 'login', 'validFrom'] as const;

/** An empty list to fill in: CSV as Excel opens it here, with a byte order mark and semicolons. */
export function downloadTemplate(translate: (key: string) => string): void {
  const header = columns.map((column) => translate(`app.invite.templateColumns.${column}`)).join(';');
  const file = new Blob([`\uFEFF${header}\r\n`], { type: 'text/csv;charset=utf-8' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = translate('app.invite.templateFile');
  link.click();
  URL.revokeObjectURL(link.href);
}
