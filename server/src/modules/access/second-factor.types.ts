import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime, Readers } from '../../kernel/index.js';
import { Me } from './me.types.js';
import { Role } from './role.js';

// Also for whoever must still set one up to come in, so anyone may select it.
@ObjectType({ description: 'Whether the caller signs in with a second factor' })
@Readers('anyone')
export class SecondFactorState {
  @Field(() => Boolean, { description: 'Whether signing in asks for a code' })
  isOn!: boolean;
  @Field(() => DateTime, { nullable: true, description: 'Since when' })
  confirmedAt!: Date | null;
  @Field(() => Int, { description: 'Recovery codes that have not been used' })
  recoveryCodesLeft!: number;
  @Field(() => Boolean, { description: 'Whether a role that the caller holds demands it' })
  isRequired!: boolean;
}

@ObjectType({
  description: 'A second factor that is being set up; shown once, to put into an authenticator app',
})
@Readers('anyone')
export class SecondFactorSetup {
  @Field(() => String, { description: 'The shared key in base 32, for typing' })
  secret!: string;
  @Field(() => String, { description: 'The same as an otpauth:// address, for a QR code' })
  uri!: string;
}

@ObjectType({ description: 'A second factor that is on' })
@Readers('anyone')
export class SecondFactorDone {
  @Field(() => [String], {
    description: 'Codes for when the device is lost, each works once; shown only now',
  })
  recoveryCodes!: string[];
  @Field(() => Me, { description: 'The caller, who is in now' })
  me!: Me;
}

@ObjectType({ description: 'What the commune asks of those who sign in' })
@Readers('security:manage')
export class SecuritySettings {
  @Field(() => [Role], { description: 'Roles whose holders must have a second factor' })
  secondFactorRoles!: Role[];
}
