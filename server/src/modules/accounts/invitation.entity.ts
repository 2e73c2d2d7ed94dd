import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, Readers } from '../../kernel/index.js';

export enum InvitationKind {
  JOIN = 'JOIN',
  RESET = 'RESET',
}
registerEnumType(InvitationKind, {
  name: 'InvitationKind',
  description: 'What a link is for',
  valuesConfig: {
    JOIN: { description: 'A new account: its owner sets the first password' },
    RESET: { description: 'Access was lost: its owner sets another password' },
  },
});

/** Its link carries a token of which the database keeps a hash that nobody can read. */
@ObjectType({ description: 'A link that lets one person set the password of one account, once' })
@Readers('account:read')
@Entity({ tableName: 'invitation' })
export class Invitation {
  @Field(() => ID, { description: 'Identifier' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'integer' })
  communeId!: number;

  @Property({ type: 'uuid' })
  accountId!: string;

  @Field(() => InvitationKind, { description: 'For a new account, or for lost access' })
  @Property({ type: 'text' })
  kind!: InvitationKind;

  @Property({ type: 'uuid', nullable: true })
  createdById!: string | null;

  @Field(() => DateTime, { description: 'When it was made, system time' })
  @Property({ type: 'datetime' })
  createdAt!: Date;

  @Field(() => DateTime, { description: 'Until when it can be used, system time' })
  @Property({ type: 'datetime' })
  expiresAt!: Date;

  // Lazy, or MikroORM would select every column of the table, of which the server may not read all.
  @Property({ type: 'datetime', nullable: true, lazy: true })
  usedAt?: Date | null;

  @Property({ type: 'datetime', nullable: true, lazy: true })
  revokedAt?: Date | null;
}
