import { defineErrors } from '../../kernel/index.js';

export const tabularErrors = defineErrors({
  NOT_A_SHEET: {
    kind: 'BAD_INPUT',
    vi: 'Đây không phải tệp Excel (.xlsx) hay CSV. Hãy mở bảng bằng Excel, lưu thành tệp .xlsx rồi tải lên lại.',
    en: 'This is no Excel (.xlsx) or CSV file. Open the table in Excel, save it as .xlsx and upload that.',
  },
  SHEET_NOT_SAFE: {
    kind: 'BAD_INPUT',
    vi: 'Tệp Excel này có cấu trúc bất thường nên không được nhận. Hãy chép bảng sang một tệp Excel mới, lưu lại rồi tải lên.',
    en: 'This Excel file is put together in an unusual way and is not accepted. Copy the table into a new Excel file, save it and upload that.',
  },
  SHEET_NOT_READABLE: {
    kind: 'BAD_INPUT',
    vi: 'Không đọc được bảng trong tệp này. Hãy mở bằng Excel, lưu thành tệp .xlsx mới rồi tải lên lại.',
    en: 'The table in this file cannot be read. Open it in Excel, save it as a new .xlsx file and upload that.',
  },
  SHEET_NOT_UNICODE: {
    kind: 'BAD_INPUT',
    vi: 'Tệp CSV này không dùng bảng mã Unicode (UTF-8). Trong Excel, hãy chọn Lưu dưới dạng “CSV UTF-8” hoặc .xlsx rồi tải lên lại.',
    en: 'This CSV file is not in Unicode (UTF-8). In Excel choose Save As “CSV UTF-8” or .xlsx, then upload that.',
  },
  SHEET_TOO_LARGE: {
    kind: 'BAD_INPUT',
    vi: 'Bảng quá lớn: mỗi tệp nhiều nhất {rows} dòng và {columns} cột. Hãy chia thành nhiều tệp nhỏ hơn.',
    en: 'The table is too large: a file has at most {rows} rows and {columns} columns. Split it into smaller files.',
  },
  SHEET_CELL_TOO_LONG: {
    kind: 'BAD_INPUT',
    vi: 'Dòng {line} của bảng có ô dài hơn {length} ký tự. Hãy rút ngắn rồi tải lên lại.',
    en: 'Line {line} of the table has a cell longer than {length} characters. Shorten it, then upload again.',
  },
  SHEET_EMPTY: {
    kind: 'BAD_INPUT',
    vi: 'Bảng này không có dòng tiêu đề. Hãy ghi tên các cột ở một trong {lines} dòng đầu rồi tải lên lại.',
    en: 'This table has no heading. Write the names of the columns in one of the first {lines} lines, then upload again.',
  },
});
