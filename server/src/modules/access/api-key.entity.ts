import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime, Readers } from '../../kernel/index.js';

@ObjectType({ description: 'A script’s key: it does what its owner may do, and of that only its scopes' })
@Readers('signed-in')
@Entity({ tableName: 'api_key' })
export class ApiKey {
  @Field(() => ID, { description: 'Identifier' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  accountId!: string;

  @Field(() => String, { description: 'What its owner calls it' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { description: 'Its first characters, to tell keys apart' })
  @Property({ type: 'text' })
  hint!: string;

  // The application may not read it: lazy, so that no list asks for all columns.
  @Property({ type: 'blob', lazy: true })
  keyHash?: Buffer;

  @Field(() => [String], { description: 'The actions it may do, while its owner may' })
  @Property({ type: 'text[]' })
  scopes!: string[];

  @Field(() => DateTime, { description: 'When it was made, system time like all of these' })
  @Property({ type: 'datetime' })
  createdAt!: Date;

  @Field(() => DateTime, { description: 'When it stops working' })
  @Property({ type: 'datetime' })
  expiresAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was last used, to a minute' })
  @Property({ type: 'datetime', nullable: true })
  lastUsedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'The network address it was last used from' })
  @Property({ type: 'text', nullable: true })
  lastUsedFrom!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was revoked; null while it works' })
  @Property({ type: 'datetime', nullable: true })
  revokedAt!: Date | null;
}
