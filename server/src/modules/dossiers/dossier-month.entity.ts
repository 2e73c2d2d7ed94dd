import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, LocalDate, Readers } from '../../kernel/index.js';

@ObjectType({
  description:
    'The Public Service Center’s register for one month of the decree: the 15th to the 14th (NĐ 09/2019)',
})
@Readers('dossier:read')
@Entity({ tableName: 'dossier_month' })
export class DossierMonth {
  @Field(() => ID, { description: 'Identifier' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'integer' })
  communeId!: number;

  @Field(() => LocalDate, { description: 'Last day of the month, a 14th; one row each' })
  @Property({ type: 'date' })
  endsOn!: string;

  @Field(() => Int, { description: 'All dossiers received' })
  @Property({ type: 'integer' })
  dossiers!: number;

  @Field(() => Int, { description: 'Of these, submitted and processed online' })
  @Property({ type: 'integer' })
  dossiersOnline!: number;

  @Field(() => Int, { description: 'People and businesses that used online services' })
  @Property({ type: 'integer' })
  onlineUsers!: number;

  @Field(() => Int, { description: 'Of these, authenticated by VNeID' })
  @Property({ type: 'integer' })
  onlineUsersVerified!: number;

  @Property({ type: 'uuid' })
  recordedById!: string;

  @Field(() => DateTime, { description: 'When these figures were recorded' })
  @Property({ type: 'datetime' })
  recordedAt!: Date;
}
