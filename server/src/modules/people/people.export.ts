import { Args, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow, type Context } from '../../kernel/index.js';
import { defineExport, ExportedFile, type ExportArgs } from '../files/index.js';
import { haveAccount } from './people.queries.js';
import { people } from './people.resolver.js';
import type { Person } from './person.entity.js';

const peopleExport = defineExport<Person, Set<string>>({
  list: people,
  action: 'person:export',
  title: 'Danh sách người tham gia',
  /** Those of them who can sign in. */
  async related(ctx, rows) {
    const ids = rows.map(({ id }) => id);
    const have = await haveAccount(ctx, ids);
    return new Set(ids.filter((_id, index) => have[index]));
  },
  columns: {
    fullName: { heading: 'Họ và tên', width: 28, value: ({ fullName }) => fullName },
    birthYear: { heading: 'Năm sinh', width: 10, value: ({ birthYear }) => birthYear },
    phone: { heading: 'Điện thoại', width: 14, value: ({ shownPhone }) => shownPhone ?? null },
    hasAccount: {
      heading: 'Có tài khoản',
      width: 14,
      value: ({ id }, withAccount) => (withAccount.has(id) ? 'Có' : 'Không'),
    },
  },
  filterTitles: { id: 'Người', createdAt: 'Ngày thêm' },
});

@Resolver()
export class PersonExportResolver {
  @Mutation(() => ExportedFile, { description: 'Take people who work for the plan out as a file' })
  @Allow('person:export')
  exportPeople(@Ctx() ctx: Context, @Args(() => peopleExport.Args) args: ExportArgs) {
    return peopleExport.run(ctx, args);
  }
}
