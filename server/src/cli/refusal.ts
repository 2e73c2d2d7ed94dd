// What the operator is told when a command can't do its work: in both languages, with the way out.

/** An expected failure. The message is both languages, then one line for each detail. */
export class Refusal extends Error {
  constructor(
    readonly vi: string,
    readonly en: string,
    readonly details: string[] = [],
  ) {
    super([vi, en, ...details.map((line) => `  ${line}`)].join('\n'));
    this.name = 'Refusal';
  }
}
