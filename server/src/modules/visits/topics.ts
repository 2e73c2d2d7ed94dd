// What is taught at the doors. Topics come from the plan's clauses; a hands-on one guides a household, spreading
// the word (courses, propaganda) does not.
import { Field, ObjectType } from 'type-graphql';
import { defineErrors, problem, Readers } from '../../kernel/index.js';

@ObjectType({ description: 'Something that is taught at the doors' })
@Readers('plan:read')
export class Topic {
  @Field(() => String, { description: 'Code' })
  code!: string;
  @Field(() => String, { description: 'Name in Vietnamese' })
  nameVi!: string;
  @Field(() => String, { description: 'Name in English' })
  nameEn!: string;
  @Field(() => Boolean, { description: 'Whether it is shown by hand; only such topics guide a household' })
  handsOn!: boolean;
  @Field(() => String, { description: 'The clause of the plan that asks for it' })
  clauseCode!: string;
}

const topic = (code: string, nameVi: string, nameEn: string, clauseCode: string, handsOn = true): Topic => ({
  code,
  nameVi,
  nameEn,
  handsOn,
  clauseCode,
});

export const topics: readonly Topic[] = [
  topic('VNEID_LEVEL2', 'Định danh điện tử VNeID mức độ 2', 'VNeID level 2', 'III.1.1.b'),
  topic('ONLINE_SERVICES', 'Dịch vụ công trực tuyến', 'Online public services', 'III.1.1.a'),
  topic('CASHLESS_PAYMENT', 'Thanh toán không dùng tiền mặt', 'Cashless payment', 'III.1.1.a'),
  topic('HEALTH_BOOK', 'Sổ sức khoẻ điện tử trên VNeID', 'Electronic health book on VNeID', 'III.1.1.a'),
  topic('POPULATION_DATA', 'Cập nhật, làm sạch dữ liệu dân cư', 'Population data cleaning', 'III.1.1.b'),
  topic('ECOMMERCE', 'Sàn thương mại điện tử', 'E-commerce', 'III.1.2.b'),
  topic(
    'PRODUCTION_PLATFORMS',
    'Nền tảng số trong sản xuất, kinh doanh',
    'Digital platforms for production',
    'III.1.2.b',
  ),
  topic(
    'ESSENTIAL_SERVICES',
    'Dịch vụ số thiết yếu: y tế, giáo dục',
    'Essential services: health, education',
    'III.1.2.b',
  ),
  topic('COURSES', 'Khoá học về chuyển đổi số', 'Courses on digital transformation', 'III.1.1.c', false),
  topic('PROPAGANDA', 'Tuyên truyền chuyển đổi số', 'Propaganda', 'III.1.2.a', false),
];

export const handsOnTopics: readonly string[] = topics
  .filter(({ handsOn }) => handsOn)
  .map(({ code }) => code);

const topicErrors = defineErrors({
  UNKNOWN_TOPIC: {
    kind: 'BAD_INPUT',
    vi: 'Không có nội dung “{topic}”. Hãy chọn trong danh sách nội dung hướng dẫn.',
    en: 'There is no topic “{topic}”. Choose from the list of topics.',
  },
});

/** Refuses a topic that is not in the catalogue. Errors: UNKNOWN_TOPIC. */
export function assertTopics(codes: readonly string[], path: string): void {
  const unknown = codes.find((code) => !topics.some((known) => known.code === code));
  if (unknown !== undefined)
    throw problem(topicErrors.UNKNOWN_TOPIC, { topic: unknown.slice(0, 40) }, { path });
}
