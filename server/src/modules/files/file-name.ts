// The name of a file is a label: shown to people, offered when they save it. No file is ever found or kept by it.

const longest = 120;
const longestExtension = 10;

/** A name without folders, control characters and marks that turn or hide text; at most 120 characters. */
export function fileLabel(name: string): string {
  const [last] = name.normalize('NFC').split(/[/\\]/).slice(-1);
  const plain = last!
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/[\s<>:"|?*]+/g, ' ')
    .replace(/^[\s.]+/, '')
    .replace(/[\s.]+$/, '');
  return plain === '' ? 'tep' : shorten(plain);
}

function shorten(name: string): string {
  const letters = [...name];
  if (letters.length <= longest) return name;
  const [extension = ''] = /\.[^.]*$/.exec(name) ?? [];
  const end = extension.length <= longestExtension ? extension : '';
  return letters.slice(0, longest - end.length).join('') + end;
}

/** Content-Disposition of a file to be saved, its name in any letters (RFC 6266, RFC 8187). */
export function savedAs(name: string): string {
  const ascii = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replaceAll(/[^\w .()-]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
