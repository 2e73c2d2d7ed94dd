// Invented people with the family, middle and given names, and the spellings, of the north-east delta:
// "Hoà" beside "Hòa", Đ, and long names, because that is what search, sorting and paper must bear.
import type { Random } from './random.js';

const familyNames = [
  ['Nguyễn', 32],
  ['Phạm', 11],
  ['Vũ', 10],
  ['Trần', 8],
  ['Lê', 5.5],
  ['Đỗ', 5],
  ['Hoàng', 4.5],
  ['Bùi', 4],
  ['Đặng', 3],
  ['Ngô', 2.5],
  ['Đoàn', 2.5],
  ['Đào', 2],
  ['Lương', 2],
  ['Phan', 1.2],
  ['Đinh', 1.2],
  ['Trịnh', 1],
  ['Cao', 0.8],
  ['Mai', 0.7],
  ['Tô', 0.6],
  ['Nhữ', 0.5],
  ['Khúc', 0.4],
  ['Vương', 0.4],
  ['Quách', 0.3],
] as const;

const maleMiddles = [
  ['Văn', 42],
  ['Đức', 8],
  ['Quang', 7],
  ['Xuân', 6],
  ['Minh', 5],
  ['Ngọc', 5],
  ['Đình', 5],
  ['Hữu', 5],
  ['Trọng', 3],
  ['Mạnh', 3],
  ['Công', 3],
  ['Thế', 3],
  ['Bá', 2],
  ['Duy', 2],
  ['Tiến', 2],
  ['Văn Đức', 0.8],
  ['Hoàng Minh', 0.6],
  ['Vũ Đức Anh', 0.2],
  ['', 1.5],
] as const;

const femaleMiddles = [
  ['Thị', 62],
  ['Thị Thu', 5],
  ['Thị Thanh', 4],
  ['Thị Minh', 3],
  ['Thị Bích', 3],
  ['Thị Kim', 3],
  ['Thị Hồng', 3],
  ['Thị Ngọc', 3],
  ['Thu', 3],
  ['Ngọc', 2],
  ['Minh', 2],
  ['Thanh', 2],
  ['Kim', 1],
  ['Hoàng Thị Minh', 0.5],
  ['Trần Thị Ngọc', 0.3],
] as const;

const maleGiven =
  'Hùng Cường Dũng Tuấn Thắng Minh Đức Hải Sơn Long Quân Trung Kiên Hưng Huy Quang Vinh Thành Toàn Tiến Lâm Phong Bình Chiến Khải Mạnh Nam Tùng Việt Đạt Điệp Hoà Hòa Thọ Phúc Lộc Đông Định Được Khoẻ Chuẩn Bảy Tư Thuỵ Quý Tính Ước Nghĩa Doanh Giang Khánh Hiếu Thịnh Sáng Luận Đoàn'.split(
    ' ',
  );

const femaleGiven =
  'Hương Hoa Lan Hồng Thuỷ Thủy Nga Hạnh Mai Phương Thảo Hằng Huệ Dung Liên Loan Yến Oanh Nhung Thu Xuân Hà Hiền Hoà Hòa Tuyết Vân Thơm Thoa Mến Nụ Nhàn Tươi Đào Ngọc Quyên Trang Linh Thắm Lụa Bích Điệp Khuyên Hường Duyên Miền Thuý Thúy Nguyệt Ánh Cúc Đượm Vui Lý Sen Chinh'.split(
    ' ',
  );

export function fullName(random: Random, womenShare = 0.5): string {
  const woman = random.chance(womenShare);
  const middle = random.weighted<string>(woman ? femaleMiddles : maleMiddles);
  const given = random.pick(woman ? femaleGiven : maleGiven);
  return [random.weighted(familyNames), middle, given].filter(Boolean).join(' ');
}

// Prefixes that no operator has been given: the right shape, and nobody's telephone rings.
const freePrefixes = ['030', '031', '051', '053', '054', '057', '071', '072', '073', '074', '075'];

/** Ten digits, or null for the one in five who gave none. */
export function phone(random: Random, missingShare = 0.2): string | null {
  if (random.chance(missingShare)) return null;
  return random.pick(freePrefixes) + String(random.int(0, 9_999_999)).padStart(7, '0');
}

const shopTrades = [
  'Tạp hoá',
  'Tạp hóa',
  'Cơ khí',
  'May mặc',
  'Đồ gỗ',
  'Vật liệu xây dựng',
  'Sửa xe',
  'Giò chả',
  'Bánh đa',
  'Quán ăn',
  'Điện nước',
  'Thuốc thú y',
];
const coopTrades = ['Dịch vụ nông nghiệp', 'Rau an toàn', 'Chăn nuôi', 'Thuỷ sản', 'Cây ăn quả'];
const firmTrades = ['Thương mại', 'Xây dựng', 'May', 'Vận tải', 'Cơ khí', 'Chế biến nông sản'];

/** What the roster calls a business: its trade and somebody's or the village's name. */
export function businessName(
  random: Random,
  kind: 'HOUSEHOLD_BUSINESS' | 'COOPERATIVE' | 'ENTERPRISE',
  village: string,
): string {
  const owner = `${random.pick(femaleGiven)} ${random.pick(maleGiven)}`;
  if (kind === 'HOUSEHOLD_BUSINESS') return `${random.pick(shopTrades)} ${owner}`;
  if (kind === 'COOPERATIVE') return `Hợp tác xã ${random.pick(coopTrades)} ${village}`;
  return `Công ty TNHH ${random.pick(firmTrades)} ${owner}`;
}
