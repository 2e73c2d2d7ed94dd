// A browser's name for people, out of what it says of itself. The first pattern that fits wins: Edge also says
// Chrome, and Chrome also says Safari.
const browsers: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/coc_coc_browser\//, 'Cốc Cốc'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Zalo/, 'Zalo'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/Windows/, 'Windows'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

const firstIn = (names: [RegExp, string][], text: string) =>
  names.find(([pattern]) => pattern.test(text))?.[1];

/** "Chrome · Windows"; the first word of what a script calls itself; "?" for what says nothing. */
export function deviceName(userAgent: string | null): string {
  const text = userAgent ?? '';
  const known = [firstIn(browsers, text), firstIn(systems, text)].filter((name) => name !== undefined);
  if (known.length > 0) return known.join(' · ');
  return /^[\w.-]{1,40}/.exec(text)?.[0] ?? '?';
}
