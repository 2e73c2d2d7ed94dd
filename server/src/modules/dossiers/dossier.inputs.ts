import { Field, InputType, Int } from 'type-graphql';
import { LocalDate } from '../../kernel/index.js';

@InputType({
  description: 'The register’s figures of one month. Recording a month again replaces its figures',
})
export class RecordDossierMonthInput {
  @Field(() => LocalDate, { description: 'Last day of the month, a 14th' })
  endsOn!: string;

  @Field(() => Int, { description: 'All dossiers received' })
  dossiers!: number;

  @Field(() => Int, { description: 'Of these, submitted and processed online' })
  dossiersOnline!: number;

  @Field(() => Int, { description: 'People and businesses that used online services' })
  onlineUsers!: number;

  @Field(() => Int, { description: 'Of these, authenticated by VNeID' })
  onlineUsersVerified!: number;
}
