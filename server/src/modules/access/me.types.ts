import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, Readers } from '../../kernel/index.js';
import { Commune, OrgUnitKind } from '../org/index.js';
import { Role } from './role.js';

export enum AbilityReach {
  SELF = 'self',
  UNIT = 'unit',
  COMMUNE = 'commune',
}
registerEnumType(AbilityReach, { name: 'Reach', description: 'How far an ability reaches' });

@ObjectType({ description: 'Something the caller may do, and where' })
@Readers('anyone')
export class Ability {
  @Field(() => String, { description: 'The action, noun:verb' })
  action!: string;
  @Field(() => AbilityReach, { description: 'How far it reaches' })
  reach!: AbilityReach;
  @Field(() => [ID], {
    nullable: true,
    description: 'The organisations it holds in; null for the whole commune',
  })
  orgUnitIds!: string[] | null;
}

export enum SignInState {
  NOBODY = 'NOBODY',
  NEEDS_CODE = 'NEEDS_CODE',
  NEEDS_FACTOR = 'NEEDS_FACTOR',
  SIGNED_IN = 'SIGNED_IN',
}
registerEnumType(SignInState, {
  name: 'SignInState',
  description: 'How far the caller has come in',
  valuesConfig: {
    NOBODY: { description: 'Not at all' },
    NEEDS_CODE: { description: 'The password was right; the code of the second factor is missing' },
    NEEDS_FACTOR: { description: 'A role they hold demands a second factor, and none is set up' },
    SIGNED_IN: { description: 'All the way' },
  },
});

// What follows is about the caller alone, so anyone may select it, also in the very call that signs in.
@ObjectType({ description: 'The caller as a person' })
@Readers('anyone')
export class Myself {
  @Field(() => ID, { description: 'Identifier' })
  id!: string;
  @Field(() => String, { description: 'Full name, family name first' })
  fullName!: string;
}

@ObjectType({ description: 'An organisation at which the caller holds a position' })
@Readers('anyone')
export class MyUnit {
  @Field(() => ID, { description: 'Identifier' })
  id!: string;
  @Field(() => OrgUnitKind, { description: 'What kind of organisation' })
  kind!: OrgUnitKind;
  @Field(() => String, { description: 'Name' })
  name!: string;
}

@ObjectType({ description: 'A role that the caller holds at an organisation today' })
@Readers('anyone')
export class MyPosition {
  @Field(() => Role, { description: 'The role' })
  role!: Role;
  @Field(() => MyUnit, { description: 'Where it is held' })
  orgUnit!: MyUnit;
}

@ObjectType({ description: 'The time that deadlines and visits live in' })
@Readers('anyone')
export class BusinessClockState {
  @Field(() => DateTime, { description: 'Business time now' })
  now!: Date;
  @Field(() => Boolean, { description: 'Whether it is an assumed time, as with the sample commune' })
  assumed!: boolean;
  @Field(() => Float, { description: 'Business time minus system time, in milliseconds' })
  offsetMs!: number;
}

@ObjectType({ description: 'Who is asking, and what they may do' })
@Readers('anyone')
export class Me {
  @Field(() => SignInState, { description: 'How far they have come in' })
  state!: SignInState;
  @Field(() => Myself, { nullable: true, description: 'The person; null when nobody is signed in' })
  person!: Myself | null;
  @Field(() => String, { nullable: true, description: 'The name used to sign in' })
  login!: string | null;
  @Field(() => Commune, { nullable: true, description: 'The commune' })
  commune!: Commune | null;
  @Field(() => [MyPosition], { description: 'The roles held today' })
  positions!: MyPosition[];
  @Field(() => MyPosition, {
    nullable: true,
    description: 'The role whose screens an administrator looks at; null for everybody who is themself',
  })
  viewingAs!: MyPosition | null;
  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when, system time, decisions pass without another proof of identity',
  })
  confirmedUntil!: Date | null;
  @Field(() => [Ability], { description: 'What the panel should show' })
  abilities!: Ability[];
  @Field(() => BusinessClockState, { description: 'The business clock' })
  clock!: BusinessClockState;
}
