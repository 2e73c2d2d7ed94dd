import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime, Readers } from '../../kernel/index.js';

@ObjectType({ description: 'A sign-in that still holds: one browser on one device' })
@Readers('signed-in')
export class Session {
  @Field(() => ID, { description: 'Identifier' })
  id!: string;
  @Field(() => String, { description: 'The browser and system, as far as it tells: Chrome · Windows' })
  device!: string;
  @Field(() => String, { nullable: true, description: 'The network address it was last used from' })
  address!: string | null;
  @Field(() => DateTime, { description: 'When it began, system time like all of these' })
  createdAt!: Date;
  @Field(() => DateTime, { description: 'When it was last used, to some minutes' })
  lastSeenAt!: Date;
  @Field(() => DateTime, { description: 'When it ends at the latest' })
  expiresAt!: Date;
  @Field(() => Boolean, { description: 'Whether it is the one that asks' })
  isCurrent!: boolean;
}
