import { Field, InputType, ObjectType } from 'type-graphql';
import { Readers } from '../../kernel/index.js';

@ObjectType({ description: 'Whether this installation waits for its first commune' })
@Readers('anyone')
export class Setup {
  @Field(() => Boolean, { description: 'True while nobody has an account' })
  isOpen!: boolean;
}

@InputType({ description: 'The first commune and its first administrator' })
export class FoundCommuneInput {
  @Field(() => String, { description: 'The one-time code that the server has printed' })
  setupCode!: string;
  @Field(() => String, { description: 'The commune’s administrative code, five digits' })
  communeCode!: string;
  @Field(() => String, { description: 'Its name without its kind: "Thượng Hồng"' })
  communeName!: string;
  @Field(() => String, { description: 'The administrative code of the province or city, two digits' })
  provinceCode!: string;
  @Field(() => String, { description: 'The name of the province or city' })
  provinceName!: string;
  @Field(() => [String], {
    description: 'Names of the villages, in their usual order; more can be added later',
  })
  villages!: string[];
  @Field(() => String, { description: 'Full name of the administrator, family name first' })
  fullName!: string;
  @Field(() => String, { description: 'The name to sign in with' })
  login!: string;
  @Field(() => String, { description: 'The password' })
  password!: string;
}
