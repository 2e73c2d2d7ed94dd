/** Vietnamese text as people search and sort it (DOMAIN §11). */

/** No marks, đ → d, lower case: "Hoà", "Hòa" and "hoa" are one. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/giu, 'd').toLowerCase();
}

/** Names sort by the last word (tên), then họ and đệm. */
export function sortKey(fullName: string): string {
  const words = fullName.trim().split(' ');
  return words.length === 1 ? fullName : `${words.at(-1)} ${words.slice(0, -1).join(' ')}`;
}

/** One name, two spellings: the enum value VILLAGE_ID, the field villageId. */
export function fieldOf(enumValue: string): string {
  return enumValue.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}
