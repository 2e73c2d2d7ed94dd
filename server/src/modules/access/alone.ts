// What tries a secret stands alone in its document: otherwise aliases would try hundreds in one request.
import type { FieldNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import { Extensions, createMethodMiddlewareDecorator } from 'type-graphql';
import { problem } from '../../kernel/index.js';
import { accessErrors } from './access.errors.js';

/** On a mutation that tries a secret: a document with two of them is refused before either is tried. */
export function Alone(): MethodDecorator {
  const mark = Extensions({ alone: true });
  const check = createMethodMiddlewareDecorator(({ info }, next) => {
    if (triedBy(info) > 1) throw problem(accessErrors.ONE_ATTEMPT_AT_A_TIME);
    return next();
  });
  return (target, name, descriptor) => {
    mark(target, name, descriptor);
    check(target, name, descriptor);
  };
}

function triedBy({ schema, operation, fragments }: GraphQLResolveInfo): number {
  const mutations = schema.getMutationType()!.getFields();
  const isAttempt = ({ name }: FieldNode) => mutations[name.value]?.extensions['alone'] === true;
  // As in execution, a fragment counts once, however often it is spread.
  const spread = new Set<string>();
  const count = ({ selections }: SelectionSetNode): number =>
    selections.reduce((sum, selection) => {
      if (selection.kind === 'Field') return sum + (isAttempt(selection) ? 1 : 0);
      if (selection.kind === 'InlineFragment') return sum + count(selection.selectionSet);
      const name = selection.name.value;
      if (spread.has(name)) return sum;
      spread.add(name);
      return sum + count(fragments[name]!.selectionSet);
    }, 0);
  return count(operation.selectionSet);
}
