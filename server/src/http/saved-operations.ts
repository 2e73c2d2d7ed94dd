// Queries that staff run often: offered in the GraphQL IDE, compiled by the server. One file each.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { parse, print, visit, type DocumentNode } from 'graphql';

const folder = new URL('../operations/', import.meta.url);

const mostRemembered = 5_000;

export interface SavedOperation {
  name: string;
  text: string;
}

/** The saved operations, by file name. */
export function savedOperations(): SavedOperation[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
  return files.toSorted().map((file) => ({
    name: file.replace('.graphql', ''),
    text: readFileSync(new URL(file, folder), 'utf8'),
  }));
}

// Clients add __typename to what they send; it changes nothing of what is asked.
function canonicalText(document: DocumentNode): string {
  return print(visit(document, { Field: (node) => (node.name.value === '__typename' ? null : undefined) }));
}

export type SavedCheck = (hash: string, document: DocumentNode) => boolean;

/** SHA-256 of a text, as Apollo also makes it. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Whether a document, known by its hash, is a saved operation however it is laid out. */
export function createSavedCheck(operations: SavedOperation[]): SavedCheck {
  const canonical = new Set(operations.map(({ text }) => canonicalText(parse(text))));
  const answers = new Map<string, boolean>();
  return (hash, document) => {
    let answer = answers.get(hash);
    if (answer === undefined) {
      answer = canonical.has(canonicalText(document));
      if (answers.size >= mostRemembered) answers.clear();
      answers.set(hash, answer);
    }
    return answer;
  };
}
