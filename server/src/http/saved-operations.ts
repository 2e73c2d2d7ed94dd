// Queries that staff run often: offered in the GraphQL IDE, compiled by the server. One file each.
import { readdirSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { parse, print } from 'graphql';

const folder = new URL('../operations/', import.meta.url);

export interface SavedOperation {
  name: string;
  text: string;
}

/** The saved operations, by file name. */
export function savedOperations(): SavedOperation[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
  return files.toSorted().map((file) => ({ name: file.replace('.graphql', ''), text: readFileSync(new URL(file, folder), 'utf8') }));
}

/** Whether a document, given by the SHA-256 of its text, is a saved operation however it is laid out. */
export function createSavedCheck(operations: SavedOperation[]): { isSaved(hash: string, text: () => string): boolean } {
  const canonical = new Set(operations.map(({ text }) => print(parse(text))));
  const answers = new Map<string, boolean>();
  return {
    isSaved(hash, text) {
      const known = answers.get(hash);
      if (known !== undefined) return known;
      const answer = canonical.has(text());
      if (answers.size > 5_000) answers.clear();
      answers.set(hash, answer);
      return answer;
    },
  };
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
