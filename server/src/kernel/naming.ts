// One name, three spellings: the field villageId, the column village_id, the enum value VILLAGE_ID.

export function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export function enumValueOf(field: string): string {
  return columnOf(field).toUpperCase();
}
