/** How a call is written down: a document, and what to fill it with in a place. */
import type { Row } from './model.js';
import type { Place } from './places.js';
import type { Fresh } from './stock.js';

export interface Call {
  document: string;
  variables: Row;
}

export type Variables = (place: Place, fresh: Fresh) => Row | Promise<Row>;
/** `anywhere`: it is not about the place, and asked once. */
export type CallMaker = [document: string, variables?: Variables, where?: 'anywhere'];

export const byId = (name: string, id: keyof Place): CallMaker => [
  `query ($id: ID!) { ${name}(id: $id) { id } }`,
  (place) => ({ id: String(place[id]) }),
];
export const whole = (name: string): CallMaker => [`{ ${name}(limit: 100) { totalCount nodes { id } } }`];
export const doing = (name: string, type: string, input: Variables): CallMaker => [
  `mutation ($input: ${type}!) { ${name}(input: $input) { id } }`,
  async (place, fresh) => ({ input: await input(place, fresh) }),
];
