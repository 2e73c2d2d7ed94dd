import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, Readers } from '../../kernel/index.js';

export enum ExportFormat {
  XLSX = 'XLSX',
  CSV = 'CSV',
}
registerEnumType(ExportFormat, {
  name: 'ExportFormat',
  description: 'The kind of file a list is taken out as',
  valuesConfig: {
    XLSX: { description: 'An Excel workbook, with a sheet that says who took it out and why' },
    CSV: { description: 'Text in UTF-8 with semicolons' },
  },
});

@ObjectType({ description: 'A list taken out as a file' })
@Readers('signed-in')
export class ExportedFile {
  @Field(() => String, { description: 'Where to GET it: once, for this session or key only' })
  path!: string;

  @Field(() => String, { description: 'What it is called' })
  fileName!: string;

  @Field(() => Int, { description: 'How many rows it has' })
  rows!: number;

  @Field(() => DateTime, { description: 'Until when it can be fetched, system time' })
  expiresAt!: Date;
}
