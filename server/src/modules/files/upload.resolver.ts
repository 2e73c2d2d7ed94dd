import { Arg, Ctx, Int, Mutation, Resolver } from 'type-graphql';
import { Allow, type Context } from '../../kernel/index.js';
import { requestUpload } from './upload.service.js';
import { UploadPurpose, UploadTicket } from './upload.types.js';

@Resolver()
export class UploadResolver {
  @Mutation(() => UploadTicket, { description: 'Ask for leave to hand in a file' })
  @Allow('file:upload')
  requestUpload(
    @Ctx() ctx: Context,
    @Arg('purpose', () => UploadPurpose, { description: 'What it is for' }) purpose: UploadPurpose,
    @Arg('fileName', () => String, { description: 'Its name, as a label' }) fileName: string,
    @Arg('sizeBytes', () => Int, {
      description: 'Its size, so that too large a file is refused before it is sent',
    })
    sizeBytes: number,
  ): Promise<UploadTicket> {
    return requestUpload(ctx, { purpose, fileName, sizeBytes });
  }
}
