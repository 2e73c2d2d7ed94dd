import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDate, Readers } from '../../kernel/index.js';

export enum OrgUnitKind {
  CITY_DEPARTMENT = 'CITY_DEPARTMENT',
  PEOPLES_COMMITTEE = 'PEOPLES_COMMITTEE',
  CULTURE_SOCIETY_OFFICE = 'CULTURE_SOCIETY_OFFICE',
  COMMUNE_OFFICE = 'COMMUNE_OFFICE',
  PUBLIC_SERVICE_CENTER = 'PUBLIC_SERVICE_CENTER',
  STEERING_COMMITTEE = 'STEERING_COMMITTEE',
  FATHERLAND_FRONT = 'FATHERLAND_FRONT',
  MASS_ORGANIZATION = 'MASS_ORGANIZATION',
  VILLAGE = 'VILLAGE',
}
registerEnumType(OrgUnitKind, {
  name: 'OrgUnitKind',
  description: 'What an organisation of the plan is (DOMAIN: organisations of a commune)',
});

@ObjectType({ description: 'A commune that runs a plan; the boundary that no row crosses' })
@Readers('anyone')
@Entity({ tableName: 'commune' })
export class Commune {
  @Field(() => ID, { description: 'Identifier' })
  @PrimaryKey({ type: 'integer' })
  id!: number;

  @Field(() => String, {
    description: 'The administrative code, a string with its zeros; the key, because names repeat',
  })
  @Property({ type: 'text' })
  code!: string;

  @Field(() => String, { description: 'The name without its kind: "Thượng Hồng"' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { description: 'The administrative code of the province or city' })
  @Property({ type: 'text' })
  provinceCode!: string;

  @Field(() => String, { description: 'The name of the province or city' })
  @Property({ type: 'text' })
  provinceName!: string;

  @Field(() => Boolean, { description: 'Whether its people and homes are invented sample data' })
  @Property({ type: 'boolean' })
  isSample!: boolean;
}

@ObjectType({
  description:
    'An organisation of the commune: a committee, an office, the Front, a mass organisation, a village',
})
@Readers('org:read')
@Entity({ tableName: 'org_unit' })
export class OrgUnit {
  @Field(() => ID, { description: 'Identifier' })
  @PrimaryKey({ type: 'integer' })
  id!: number;

  @Property({ type: 'integer' })
  communeId!: number;

  @Property({ type: 'integer', nullable: true })
  parentId!: number | null;

  @Field(() => OrgUnitKind, { description: 'What kind of organisation' })
  @Property({ type: 'text' })
  kind!: OrgUnitKind;

  @Field(() => String, { description: 'Code, unique in the commune' })
  @Property({ type: 'text' })
  code!: string;

  @Field(() => String, { description: 'Name' })
  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text', persist: false })
  folded?: string;

  @Field(() => Number, { description: 'Its place among its siblings' })
  @Property({ type: 'integer' })
  sortOrder!: number;

  @Field(() => LocalDate, { description: 'First day it exists' })
  @Property({ type: 'date' })
  validFrom!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'First day it no longer exists; a merged village has one',
  })
  @Property({ type: 'date', nullable: true })
  validTo!: string | null;
}
