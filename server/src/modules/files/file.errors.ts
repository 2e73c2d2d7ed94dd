import { defineErrors } from '../../kernel/index.js';

export const fileErrors = defineErrors({
  UPLOAD_NOT_FOUND: {
    kind: 'NOT_FOUND',
    vi: 'Không nhận được tệp: lượt tải lên này đã dùng hoặc đã hết hạn. Hãy chọn tệp và tải lên lại.',
    en: 'The file was not taken: this upload has been used or has expired. Choose the file and upload it again.',
  },
  UPLOAD_TOO_LARGE: {
    kind: 'BAD_INPUT',
    vi: 'Tệp quá lớn: nhiều nhất {megabytes} MB. Hãy chia nhỏ bảng hoặc bỏ hình ảnh khỏi tệp.',
    en: 'The file is too large: at most {megabytes} MB. Split the table or take the pictures out of the file.',
  },
  UPLOAD_EMPTY: {
    kind: 'BAD_INPUT',
    vi: 'Tệp này rỗng. Hãy chọn tệp khác.',
    en: 'This file is empty. Choose another one.',
  },
  UPLOAD_WRONG_TYPE: {
    kind: 'BAD_INPUT',
    vi: 'Tệp phải được gửi dưới dạng application/octet-stream.',
    en: 'A file is sent as application/octet-stream.',
  },
  UPLOAD_CUT_SHORT: {
    kind: 'BAD_INPUT',
    vi: 'Tệp chưa được gửi hết. Hãy tải lên lại.',
    en: 'The file did not arrive as a whole. Upload it again.',
  },
  TOO_MANY_UPLOADS: {
    kind: 'TOO_MANY',
    vi: 'Bạn đã tải lên {limit} tệp trong một ngày. Hãy đợi đến ngày mai.',
    en: 'You have uploaded {limit} files within a day. Wait until tomorrow.',
  },
  FILE_NOT_FOUND: {
    kind: 'NOT_FOUND',
    vi: 'Không còn tệp này. Tệp tải lên chỉ được giữ trong một ngày; hãy tải lên lại.',
    en: 'This file is no longer here. Uploads are kept for a day; upload it again.',
  },
  EXPORT_NOT_FOUND: {
    kind: 'NOT_FOUND',
    vi: 'Không còn tệp này. Mỗi tệp xuất chỉ tải về được một lần, trong ít phút, bởi chính người đã xuất. Hãy xuất lại.',
    en: 'This file is no longer here. An exported file can be fetched once, within minutes, by who exported it. Export it again.',
  },
  EXPORT_TOO_LARGE: {
    kind: 'BAD_INPUT',
    vi: 'Danh sách có hơn {limit} dòng. Hãy thu hẹp bộ lọc, ví dụ theo từng thôn, rồi xuất lại.',
    en: 'The list has more than {limit} rows. Narrow the filter, for example to one village, then export again.',
  },
  EXPORT_NEEDS_REASON: {
    kind: 'BAD_INPUT',
    vi: 'Hãy ghi rõ lý do xuất danh sách, từ {shortest} đến {longest} ký tự.',
    en: 'Say why the list is taken out, in {shortest} to {longest} characters.',
  },
  EXPORT_NEEDS_COLUMNS: {
    kind: 'BAD_INPUT',
    vi: 'Hãy chọn ít nhất một cột để xuất.',
    en: 'Choose at least one column to export.',
  },
  TOO_MANY_EXPORTS: {
    kind: 'TOO_MANY',
    vi: 'Bạn có {limit} tệp xuất chưa tải về. Hãy tải về, hoặc đợi {minutes} phút rồi xuất lại.',
    en: 'You have {limit} exported files that were not fetched. Fetch them, or wait {minutes} minutes and export again.',
  },
});
