import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDate, Readers } from '../../kernel/index.js';
import type { GrainCode, IndicatorDefinition } from './catalogue/definition.js';

export enum Grain {
  VILLAGE = 'VILLAGE',
  COMMUNE = 'COMMUNE',
}
registerEnumType(Grain, {
  name: 'Grain',
  description: 'What an indicator is computed for',
  valuesConfig: {
    VILLAGE: { description: 'A village of today' },
    COMMUNE: { description: 'The whole commune: Σ numerators over Σ denominators' },
  },
});

export enum IndicatorSource {
  VISITS = 'VISITS',
  DOSSIER_REGISTER = 'DOSSIER_REGISTER',
}
registerEnumType(IndicatorSource, {
  name: 'IndicatorSource',
  description: 'Where the figures come from',
  valuesConfig: {
    VISITS: { description: 'Visits to homes and guidance sessions' },
    DOSSIER_REGISTER: { description: 'The Public Service Center’s monthly register' },
  },
});

@ObjectType({ description: 'An indicator of the catalogue: what is counted, out of what, and from where' })
@Readers('indicator:read')
export class Indicator implements Omit<
  IndicatorDefinition,
  'grains' | 'source' | 'numerator' | 'denominator'
> {
  @Field(() => String, { description: 'Code' })
  code!: string;
  @Field(() => String, { description: 'Name in Vietnamese' })
  nameVi!: string;
  @Field(() => String, { description: 'Name in English' })
  nameEn!: string;
  @Field(() => String, { description: 'Short name in Vietnamese, for column heads and charts' })
  shortVi!: string;
  @Field(() => String, { description: 'Short name in English' })
  shortEn!: string;
  @Field(() => String, { description: 'What the numerator counts, in Vietnamese' })
  numeratorVi!: string;
  @Field(() => String, { description: 'What the numerator counts, in English' })
  numeratorEn!: string;
  @Field(() => String, { description: 'What the denominator counts, in Vietnamese' })
  denominatorVi!: string;
  @Field(() => String, { description: 'What the denominator counts, in English' })
  denominatorEn!: string;
  @Field(() => [Grain], { description: 'What it is computed for' })
  grains!: readonly GrainCode[];
  @Field(() => IndicatorSource, { description: 'Where the figures come from' })
  source!: IndicatorDefinition['source'];
  @Field(() => Int, { description: 'Version of the formula; stored values carry it' })
  formulaVersion!: number;
}

@ObjectType({ description: 'An indicator’s figures at the end of a day', simpleResolvers: true })
@Readers('indicator:read')
export class IndicatorPoint {
  @Field(() => LocalDate, { description: 'The day' })
  onDate!: string;
  @Field(() => Int, { nullable: true, description: 'Numerator; null when hidden' })
  numerator!: number | null;
  @Field(() => Int, { nullable: true, description: 'Denominator; null when hidden' })
  denominator!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Hundredths of a percent, rounded down; null when the denominator is 0, or hidden',
  })
  basisPoints!: number | null;
  @Field(() => Boolean, {
    description:
      'Whether its figures are kept from the caller because they, or others by them, tell of a few people',
  })
  hidden!: boolean;
}

/** The same point with its figures kept back. */
export function hidePoint({ onDate }: IndicatorPoint): IndicatorPoint {
  return { onDate, numerator: null, denominator: null, basisPoints: null, hidden: true };
}
