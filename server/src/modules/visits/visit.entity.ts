import { Entity, Formula, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, Readers } from '../../kernel/index.js';

export enum VisitResult {
  MET = 'MET',
  ABSENT = 'ABSENT',
  REFUSED = 'REFUSED',
  MOVED = 'MOVED',
}
registerEnumType(VisitResult, { name: 'VisitResult', description: 'What became of a visit' });

export enum NoteState {
  NONE = 'NONE',
  CLEAR = 'CLEAR',
  SUSPECT = 'SUSPECT',
  KEPT = 'KEPT',
  REMOVED = 'REMOVED',
}
registerEnumType(NoteState, {
  name: 'NoteState',
  description: 'What is known of a visit’s note',
  valuesConfig: {
    NONE: { description: 'There is no note' },
    CLEAR: { description: 'It looks like a plain note' },
    SUSPECT: { description: 'It looks like secret or personal numbers; masked for all but its author' },
    KEPT: { description: 'Somebody looked and let it stand; shown to all' },
    REMOVED: { description: 'Its text was taken away for good' },
  },
});

export enum NoteKind {
  ID_NUMBER = 'ID_NUMBER',
  ONE_TIME_CODE = 'ONE_TIME_CODE',
  CARD_NUMBER = 'CARD_NUMBER',
  PASSWORD = 'PASSWORD',
}
registerEnumType(NoteKind, {
  name: 'NoteKind',
  description: 'What a note seems to hold that it should not',
  valuesConfig: {
    ID_NUMBER: { description: 'The number of a citizen’s identity card, or one as long as it' },
    ONE_TIME_CODE: { description: 'A code that confirms who somebody is' },
    CARD_NUMBER: { description: 'The number of a bank card' },
    PASSWORD: { description: 'A password' },
  },
});

@ObjectType({
  description:
    'A knock on a door: who, when, what was taught, what was counted. Never changed; a correction is a new one',
})
@Readers('visit:read')
@Entity({ tableName: 'visit' })
export class Visit {
  @Field(() => ID, { description: 'UUIDv7 made by the client, so that sending twice records once' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'integer' })
  communeId!: number;

  @Property({ type: 'uuid' })
  householdId!: string;

  @Property({ type: 'integer' })
  villageId!: number;

  @Property({ type: 'uuid', nullable: true })
  correctsId!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it corrects an earlier visit' })
  @Property({ type: 'text', nullable: true })
  correctionReason!: string | null;

  @Field(() => DateTime, { description: 'When the visit was made, business time' })
  @Property({ type: 'datetime' })
  visitedAt!: Date;

  @Field(() => VisitResult, { description: 'Met, absent, refused or moved' })
  @Property({ type: 'text' })
  result!: VisitResult;

  @Field(() => [String], { description: 'Codes of the topics covered' })
  @Property({ type: 'text[]', columnType: 'text[]' })
  topics!: string[];

  @Field(() => Int, { nullable: true, description: 'Adults of 18 and over, as found' })
  @Property({ type: 'smallint', nullable: true })
  adults!: number | null;

  @Field(() => Int, { nullable: true, description: 'Citizens of 14 and over, as found' })
  @Property({ type: 'smallint', nullable: true })
  citizens14!: number | null;

  @Field(() => Int, { nullable: true, description: 'Adults with a smartphone' })
  @Property({ type: 'smallint', nullable: true })
  adultsWithSmartphone!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Adults with an account who pay electronically as a habit',
  })
  @Property({ type: 'smallint', nullable: true })
  adultsWithEpayment!: number | null;

  @Field(() => Int, { nullable: true, description: 'Citizens of 14 and over with VNeID level 2' })
  @Property({ type: 'smallint', nullable: true })
  vneidLevel2!: number | null;

  @Field(() => Int, { nullable: true, description: 'Citizens of 14 and over with the health book on VNeID' })
  @Property({ type: 'smallint', nullable: true })
  healthBook!: number | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Tasks of the checklist that one adult did unaided; null when nobody was asked',
  })
  @Property({ type: 'text[]', columnType: 'text[]', nullable: true })
  skills!: string[] | null;

  @Field(() => Int, { nullable: true, description: 'Version of the checklist' })
  @Property({ type: 'smallint', nullable: true })
  skillsVersion!: number | null;

  // As the caller may see it; the text itself is read by nothing else.
  @Field(() => String, {
    nullable: true,
    description:
      'Note; never passwords, codes or ID numbers: one that looks so is masked for all but its author until settled',
  })
  @Formula((_columns, { alias }) => `shown_note(${alias})`, { type: 'text' })
  note?: string | null;

  @Field(() => NoteState, { description: 'What is known of its note' })
  @Property({ type: 'text' })
  noteState!: NoteState;

  @Field(() => [NoteKind], { description: 'What its note seemed to hold when it was recorded' })
  @Property({ type: 'text[]', columnType: 'text[]' })
  noteKinds!: NoteKind[];

  @Field(() => Int, { description: 'Version of the form it was recorded on' })
  @Property({ type: 'smallint' })
  formVersion!: number;

  @Property({ type: 'uuid' })
  recordedById!: string;

  @Field(() => DateTime, { description: 'When it was recorded, business time' })
  @Property({ type: 'datetime' })
  recordedAt!: Date;

  @Field(() => DateTime, { description: 'When the server received it, system time' })
  @Property({ type: 'datetime' })
  receivedAt!: Date;
}
