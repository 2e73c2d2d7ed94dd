/** What shows that a duty is held, by whom and how far: questions whose answers the oracle knows. */
import { has, reaches, type Caller, type Needs } from './caller.js';
import { argumentsOf, calls } from './calls.js';
import { deedsOf, outcomesOf, seesTarget } from './deeds.js';
import type { Duty } from './duties.js';
import { needsOf as needsOfField } from './model.js';
import { operationNeeds } from './operations.js';
import { judge, needsOf, schema } from './oracle.js';
import { documentOf, readTypes, selected, waysOf } from './paths.js';
import type { Place } from './places.js';
import { differences, outcomeOf, type Stage } from './stage.js';
import { freshRows, standingRows } from './stock.js';

/** Answers whether server and oracle differ. */
export type Probe = () => Promise<boolean>;

interface Probing {
  stage: Stage;
  caller: Caller;
  duty: Duty;
  places: Place[];
}

const queries = Object.keys(schema.getQueryType()!.getFields());
const mutations = Object.keys(schema.getMutationType()!.getFields());

/** Rows and values that hang on duties which no operation is named after. */
const beyondOperations = [
  '{ households(limit: 100) { nodes { id phone } } }',
  '{ people(limit: 100) { nodes { id phone } } }',
  '{ visits(limit: 100) { nodes { id } } guidanceSessions(limit: 100) { nodes { id } } }',
  '{ lagFlags(limit: 100) { nodes { id evidence } } }',
  '{ history(first: 100) { nodes { id changes { field before after } } } }',
];

/** Of reading: they change nothing, so that one can follow another. */
export function readingProbes({ stage, caller, duty, places }: Probing): Probe[] {
  const ask = (document: string, variables = {}): Probe => {
    return async () => {
      const answer = await stage.ask(caller, document, variables);
      return (
        differences([{ at: '', answer, verdict: judge(stage.world, caller, document, variables) }]).length > 0
      );
    };
  };
  const operations = queries
    .filter((operation) => operationNeeds(operation) === duty)
    .flatMap((operation) => places.map((place) => ({ operation, place })))
    .map(({ operation, place }): Probe => {
      return async () => {
        const [document, variables] = calls[operation]!;
        return ask(document, await variables?.(place, standingRows(stage.owner)))();
      };
    });
  return [
    ...operations,
    ...fieldsOf(caller, duty, places[0]!).map((document) => ask(document)),
    ...beyondOperations.map((document) => ask(document)),
    ...pages(stage, caller, duty),
  ];
}

/** Every field that this duty opens, on the way that the caller has. */
function fieldsOf(caller: Caller, duty: Duty, place: Place): string[] {
  const ways = waysOf(caller, argumentsOf(place));
  return readTypes.flatMap((type) => {
    const way = ways.get(type.name);
    const fields = Object.values(type.getFields()).filter(
      ({ name }) => needsOfField(type.name, name) === duty,
    );
    return way?.open ? fields.slice(0, 3).map((field) => documentOf(way, selected(field))) : [];
  });
}

/** The page of background jobs lies outside GraphQL. */
function pages({ url, headersOf }: Stage, caller: Caller, duty: Duty): Probe[] {
  if (duty !== 'watch the jobs') return [];
  return [
    async () => {
      const response = await fetch(`${url}/jobs/`, { headers: await headersOf(caller) });
      return response.ok !== has(caller, duty);
    },
  ];
}

/** Of doing: they write, so that nothing read after them can be foretold. */
export function doingProbes({ stage, caller, duty, places }: Probing): Probe[] {
  return operationsOf(duty).flatMap((operation) =>
    places.map((place) => doing(stage, caller, operation, place)),
  );
}

/** The deeds that this duty is needed for. */
const operationsOf = (duty: Duty): string[] =>
  mutations.filter((operation) => [operationNeeds(operation), ...deedsOf(operation)].includes(duty));

function doing(stage: Stage, caller: Caller, operation: string, place: Place): Probe {
  return async () => {
    const expected = outcomesOf(stage.world, caller, operation, place);
    const rows = expected[0] === 'DONE' ? freshRows(stage.owner) : standingRows(stage.owner);
    const [document, variables] = calls[operation]!;
    // Files that wait to be fetched are few for everybody.
    if (operation.startsWith('export')) await stage.owner.query('delete from exported_file');
    const answer = await stage.ask(caller, document, (await variables?.(place, rows)) ?? {}, { anew: true });
    return !expected.includes(outcomeOf(answer));
  };
}

/** What the panel is told, which is every grant there is. */
export function tellingProbe({ stage, caller }: Pick<Probing, 'stage' | 'caller'>): Probe {
  return async () => {
    const document = '{ me { abilities { action reach orgUnitIds } } }';
    const answer = await stage.ask(caller, document);
    return differences([{ at: '', answer, verdict: judge(stage.world, caller, document) }]).length > 0;
  };
}

/**
 * Whether this duty alone opens nothing to the caller: all that it is needed for needs something else that they lack,
 * or is done to rows that they do not see.
 */
export function isShutOtherwise({ stage: { world }, caller, duty, places }: Probing): boolean {
  const lacks = (needs: Needs[]) => needs.some((each) => each !== duty && !has(caller, each));
  if (duty === 'see whole phones') return lacks(['see the people']) && lacks(['see the homes']);
  return operationsOf(duty).every((operation) => {
    const [document] = calls[operation]!;
    if (lacks([...needsOf(document), ...deedsOf(operation)])) return true;
    const elsewhere = places.filter(({ villageId }) => !reaches(caller, duty, villageId));
    return elsewhere.every((place) => !seesTarget(world, caller, operation, place));
  });
}
