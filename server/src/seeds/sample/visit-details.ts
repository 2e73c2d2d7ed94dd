// Small print of the visits: remarks as people jot them down, and the few visits that were corrected.
// No remark holds a number, a password or anything about a person's health.
import { plusMinutes, sampleOpensAt } from './calendar.js';
import type { VisitFact } from './facts.js';
import type { Random } from './random.js';

export const notes: Record<VisitFact['result'], readonly string[]> = {
  MET: [
    'Bà ở nhà một mình, hẹn con cháu về cuối tuần hướng dẫn thêm.',
    'Gia đình đề nghị hướng dẫn thêm cách nộp hồ sơ đất đai trực tuyến.',
    'Máy cũ, hết bộ nhớ, phải xoá bớt ảnh mới cài được VNeID.',
    'Đã tự thanh toán tiền điện trên điện thoại.',
    'Hỏi nhiều về tin nhắn lừa đảo giả danh công an.',
    'Sóng yếu, phải ra đầu ngõ mới đăng nhập được.',
    'Chủ hộ chưa có căn cước gắn chip, hẹn lên xã làm.',
  ],
  ABSENT: [
    'Đi làm ca, tối muộn mới về.',
    'Hàng xóm nói cả nhà đi ăn cưới.',
    'Khoá cổng, sẽ quay lại sáng Chủ nhật.',
  ],
  REFUSED: [
    'Gia đình đang bận việc hiếu, hẹn dịp khác.',
    'Ngại, sợ lừa đảo; nhờ trưởng thôn nói chuyện trước.',
  ],
  MOVED: ['Cả nhà đã chuyển ra nội thành.', 'Nhà khoá lâu ngày, hàng xóm nói vào Nam làm ăn.'],
};

const reasons = [
  'Ghi nhầm số người có điện thoại thông minh.',
  'Đếm sót một người, đã gọi lại hỏi chủ hộ.',
  'Bấm nhầm sang hộ bên cạnh, sửa lại số liệu.',
];

/** Rewrites a few visits: the row that came first had one smartphone fewer, its correction is what holds. */
export function correctSome(random: Random, visits: VisitFact[]): VisitFact[] {
  const corrections: VisitFact[] = [];
  for (const visit of visits) {
    if (!visit.adultsWithSmartphone || visit.adultsWithEpayment === null || !random.chance(0.004)) continue;
    const recordedAt = plusMinutes(visit.recordedAt, 300 + random.next() * 900);
    if (recordedAt >= sampleOpensAt) continue;
    corrections.push({
      ...visit,
      id: random.uuidAt(recordedAt),
      correctsId: visit.id,
      correctionReason: random.pick(reasons),
      recordedAt,
      receivedAt: recordedAt,
    });
    visit.adultsWithSmartphone -= 1;
    visit.adultsWithEpayment = Math.min(visit.adultsWithEpayment, visit.adultsWithSmartphone);
  }
  return corrections;
}
