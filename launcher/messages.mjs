/**
 * Everything the launcher says, in both languages: Vietnamese first, English second.
 *
 * A message is a pair. Refusals carry the way out, because whoever reads them is at a terminal with
 * nobody to ask.
 *
 * @typedef {readonly [vi: string, en: string]} Message
 */

/** An expected failure: the reader needs the message, not our stack. */
export class Refusal extends Error {
  /** @param {Message} message @param {string} [detail] output of the program that failed */
  constructor(message, detail) {
    super(message.join(' / '));
    this.name = 'Refusal';
    this.pair = message;
    this.detail = detail;
  }
}

/** Thrown inside a step when the reader pressed Ctrl-C; carries no news. */
export class Stopped extends Error {
  constructor() {
    super('stopped');
    this.name = 'Stopped';
  }
}

const say = {
  installing: () => pair('đang cài đặt các gói', 'installing packages'),
  installFailed: () =>
    pair(
      'Không cài đặt được các gói. Kiểm tra kết nối mạng rồi chạy lại.',
      'The packages could not be installed. Check the network and run again.',
    ),
  buildingServer: () => pair('đang dựng máy chủ', 'building the server'),
  buildingAdmin: () => pair('đang dựng trang quản trị', 'building the admin panel'),
  buildFailed: () => pair('Dựng chương trình không thành công.', 'The build failed.'),
  creatingDatabase: () => pair('đang tạo cơ sở dữ liệu', 'creating the database'),
  startingDatabase: () => pair('đang mở cơ sở dữ liệu', 'starting the database'),
  migrating: () => pair('đang cập nhật cấu trúc dữ liệu', 'updating the schema'),
  seeding: () => pair('đang nạp dữ liệu mẫu', 'loading the sample commune'),
  startingServer: () => pair('đang khởi động máy chủ', 'starting the server'),
  stopping: () => pair('đang dừng…', 'stopping…'),
  hurrying: () => pair('dừng ngay.', 'stopping at once.'),
  stopped: () => pair('Đã dừng.', 'Stopped.'),
  adopted: () =>
    pair(
      'Cơ sở dữ liệu còn chạy từ lần trước; dùng tiếp.',
      'The database was still running from last time; using it.',
    ),

  /** @param {string} place */
  placedElsewhere: (place) =>
    pair(
      `Thư mục này chỉ root vào được, mà PostgreSQL không chạy bằng root: dữ liệu nằm ở ${place}`,
      `Only root can enter this folder and PostgreSQL refuses to run as root: the data is kept in ${place}`,
    ),
  /** @param {string} account */
  accountCreated: (account) =>
    pair(
      `Đã tạo tài khoản hệ thống “${account}” để chạy PostgreSQL.`,
      `Created the system account “${account}” to run PostgreSQL.`,
    ),
  noAccount: () =>
    pair(
      'PostgreSQL không chạy bằng root, và không tạo được tài khoản hệ thống. Hãy chạy bằng người dùng thường, hoặc tạo tài khoản “postgres”.',
      'PostgreSQL refuses to run as root and no system account could be created. Run as an ordinary user, or create an account named “postgres”.',
    ),
  /** @param {string} data */
  dataOutOfReach: (data) =>
    pair(
      `Dữ liệu ở ${data} nhưng PostgreSQL không còn vào được thư mục đó. Hãy mở quyền vào (chmod o+x) cho các thư mục cha.`,
      `The data is in ${data} but PostgreSQL can no longer enter that folder. Open the folders above it (chmod o+x).`,
    ),
  /** @param {string} value */
  badPort: (value) =>
    pair(
      `PORT=${value} không phải là số cổng (1–65535). Ví dụ: PORT=4100 npm start`,
      `PORT=${value} is not a port number (1–65535). For example: PORT=4100 npm start`,
    ),
  /** @param {number} port */
  portTaken: (port) =>
    pair(
      `Cổng ${port} đang có chương trình khác dùng. Chọn cổng khác: PORT=${port + 100} npm start`,
      `Port ${port} is in use by another program. Choose another one: PORT=${port + 100} npm start`,
    ),
  /** @param {number} port */
  portForbidden: (port) =>
    pair(
      `Hệ điều hành không cho mở cổng ${port}. Chọn cổng từ 1024 trở lên: PORT=4000 npm start`,
      `The operating system does not let us open port ${port}. Choose one from 1024 up: PORT=4000 npm start`,
    ),
  /** @param {string} host */
  hostUnknown: (host) =>
    pair(`HOST=${host} không phải địa chỉ của máy này.`, `HOST=${host} is not an address of this machine.`),
  /** @param {string} address */
  alreadyRunning: (address) =>
    pair(
      `Từng Nhà đang chạy từ thư mục này tại ${address}`,
      `Từng Nhà already runs from this folder at ${address}`,
    ),
  /** @param {string} folder */
  foreignData: (folder) =>
    pair(
      `${folder} thuộc về người dùng khác. Hãy chạy bằng người dùng đó, hoặc chuyển ${folder} đi nơi khác để bắt đầu lại.`,
      `${folder} belongs to another user. Run as that user, or move ${folder} away to start afresh.`,
    ),
  /** @param {{ folder: string, data: string, program: string }} at */
  otherMajor: ({ folder, data, program }) =>
    pair(
      `Dữ liệu trong ${folder} do PostgreSQL ${data} ghi, bản này dùng PostgreSQL ${program}. ` +
        `Mở bằng bản Từng Nhà cũ, chạy “tungnha backup”, chuyển ${folder} đi nơi khác, rồi “tungnha restore” ở bản này.`,
      `The data in ${folder} was written by PostgreSQL ${data}; this version uses PostgreSQL ${program}. ` +
        `Open it with the Từng Nhà that wrote it, run “tungnha backup”, move ${folder} away, then “tungnha restore” here.`,
    ),
  /** @param {string} file */
  passwordRefused: (file) =>
    pair(
      `Cơ sở dữ liệu không nhận mật khẩu trong ${file}. Hãy đặt lại tệp đó từ bản sao của nó.`,
      `The database refuses the password in ${file}. Put that file back from its copy.`,
    ),
  /** @param {string} file */
  secretsMissing: (file) =>
    pair(
      `Có dữ liệu nhưng mất tệp mật khẩu ${file}. Hãy đặt lại tệp đó từ bản sao của nó.`,
      `There is data but its passwords, ${file}, are gone. Put that file back from its copy.`,
    ),
  databaseNotCreated: () => pair('Không tạo được cơ sở dữ liệu.', 'The database could not be created.'),
  /** @param {string} log */
  databaseFailed: (log) =>
    pair(`PostgreSQL không khởi động được. Xem ${log}`, `PostgreSQL did not start. See ${log}`),
  /** @param {string} log */
  databaseDied: (log) =>
    pair(`PostgreSQL đã dừng bất ngờ. Xem ${log}`, `PostgreSQL stopped by itself. See ${log}`),
  /** @param {string} platform */
  noBinaries: (platform) =>
    pair(
      `Không có PostgreSQL kèm theo cho ${platform}. Trên Windows hãy dùng WSL; trên máy khác hãy dùng docker compose.`,
      `No PostgreSQL ships for ${platform}. On Windows use WSL; elsewhere use docker compose.`,
    ),
  migrateFailed: () => pair('Không cập nhật được cấu trúc dữ liệu.', 'The schema could not be updated.'),
  seedFailed: () => pair('Không nạp được dữ liệu mẫu.', 'The sample commune could not be loaded.'),
  /** @param {string} how @param {string} log */
  serverDied: (how, log) =>
    pair(
      `Máy chủ dừng bất ngờ (${how}). Cuối tệp ${log}:`,
      `The server stopped by itself (${how}). The end of ${log}:`,
    ),
  /** @param {number} seconds @param {string} log */
  serverSlow: (seconds, log) =>
    pair(
      `Sau ${seconds} giây máy chủ vẫn chưa sẵn sàng. Cuối tệp ${log}:`,
      `The server was not ready after ${seconds} seconds. The end of ${log}:`,
    ),
  running: () => pair('Từng Nhà đang chạy', 'Từng Nhà is running'),
  sampleAccounts: () => pair('Tài khoản mẫu', 'sample accounts'),
  password: () => pair('mật khẩu', 'password'),
  howToStop: () => pair('Ctrl-C để dừng', 'Ctrl-C to stop'),
  /** @param {string} name */
  installingProgram: (name) => pair(`đang cài đặt ${name}`, `installing ${name}`),
  startingTestDatabase: () => pair('đang mở cơ sở dữ liệu thử', 'starting the test database'),
  /** @param {string} names @param {string} known */
  unknownStage: (names, known) =>
    pair(
      `Không có bước kiểm tra “${names}”. Có: ${known}`,
      `There is no stage “${names}”. There are: ${known}`,
    ),
  /** @param {string} what */
  stageSkipped: (what) =>
    pair(
      `BỎ QUA: máy này không có ${what}. Hãy cài đặt, hoặc chạy bằng root trên Debian để tự cài.`,
      `SKIPPED: this machine has no ${what}. Install it, or run as root on Debian to have it installed.`,
    ),
  /** @param {string} what */
  stageImpossible: (what) =>
    pair(`Không chạy được vì thiếu: ${what}.`, `Could not run, for want of: ${what}.`),
  noSample: () =>
    pair(
      'Không có dữ liệu mẫu. Lần đầu, mở /setup và nhập mã cài đặt mà máy chủ vừa in.',
      'No sample data. The first time, open /setup and enter the setup code that the server has printed.',
    ),
};

export default say;

/** @param {string} vi @param {string} en @returns {Message} */
function pair(vi, en) {
  return [vi, en];
}
