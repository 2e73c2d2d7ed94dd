import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, Readers } from '../../kernel/index.js';

export enum UploadPurpose {
  ACCOUNTS_SHEET = 'ACCOUNTS_SHEET',
}
registerEnumType(UploadPurpose, {
  name: 'UploadPurpose',
  description: 'What a file is handed in for; decides who may, and what the file must be',
  valuesConfig: { ACCOUNTS_SHEET: { description: 'People to invite: an .xlsx or a CSV file' } },
});

@ObjectType({ description: 'Leave to hand in one file' })
@Readers('file:upload')
export class UploadTicket {
  @Field(() => String, {
    description: 'Where to POST the bytes, as application/octet-stream; works once, for this session',
  })
  path!: string;

  @Field(() => DateTime, { description: 'Until when, system time' })
  expiresAt!: Date;

  @Field(() => Int, { description: 'How many bytes are taken at most' })
  maxBytes!: number;
}
