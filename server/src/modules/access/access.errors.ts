import { defineErrors } from '../../kernel/index.js';

export const accessErrors = defineErrors({
  SIGN_IN_REFUSED: {
    kind: 'NOT_SIGNED_IN',
    vi: 'Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy kiểm tra rồi thử lại.',
    en: 'The login or the password is not right. Check them and try again.',
  },
  TOO_MANY_ATTEMPTS: {
    kind: 'TOO_MANY',
    vi: 'Đã thử sai quá nhiều lần. Hãy đợi {minutes} phút rồi thử lại.',
    en: 'Too many wrong attempts. Wait {minutes} min, then try again.',
  },
  ONE_ATTEMPT_AT_A_TIME: {
    kind: 'BAD_INPUT',
    vi: 'Mỗi yêu cầu chỉ được thử một lần. Hãy gửi từng lần một.',
    en: 'A request may try only once. Send one attempt at a time.',
  },
  API_KEY_REFUSED: {
    kind: 'NOT_SIGNED_IN',
    vi: 'Khoá kết nối này không dùng được: đã hết hạn, đã thu hồi hoặc ghi sai. Hãy tạo khoá khác.',
    en: 'This API key does not work: it has expired, was revoked or is misspelt. Make another one.',
  },
  NOT_FOR_KEYS: {
    kind: 'NOT_ALLOWED',
    vi: 'Khoá kết nối không làm được việc này. Hãy đăng nhập bằng tài khoản của bạn.',
    en: 'An API key cannot do this. Sign in with your account.',
  },
});

export const passwordErrors = defineErrors({
  PASSWORD_WRONG: {
    kind: 'BAD_INPUT',
    vi: 'Mật khẩu chưa đúng. Hãy gõ lại.',
    en: 'The password is not right. Type it again.',
  },
  PASSWORD_TOO_SHORT: {
    kind: 'BAD_INPUT',
    vi: 'Mật khẩu cần ít nhất {least} ký tự. Hãy ghép vài từ không liên quan thành một câu ngắn.',
    en: 'A password needs at least {least} characters. Join a few unrelated words into a short sentence.',
  },
  PASSWORD_TOO_LONG: {
    kind: 'BAD_INPUT',
    vi: 'Mật khẩu dài nhất {most} ký tự. Hãy rút ngắn.',
    en: 'A password has at most {most} characters. Make it shorter.',
  },
  PASSWORD_ABOUT_YOU: {
    kind: 'BAD_INPUT',
    vi: 'Mật khẩu này chứa tên hoặc tên đăng nhập nên dễ đoán. Hãy thêm vài từ không liên quan đến bạn.',
    en: 'This password holds your name or login and is easily guessed. Add a few words that have nothing to do with you.',
  },
  PASSWORD_GUESSABLE: {
    kind: 'BAD_INPUT',
    vi: 'Mật khẩu này dễ đoán vì nhiều người dùng hoặc theo quy luật. Hãy ghép ba, bốn từ không liên quan nhau.',
    en: 'This password is easily guessed: many use it, or it follows a pattern. Join three or four unrelated words.',
  },
  PASSWORD_SAME: {
    kind: 'BAD_INPUT',
    vi: 'Mật khẩu mới giống mật khẩu đang dùng. Hãy chọn mật khẩu khác.',
    en: 'The new password is the one in use. Choose another one.',
  },
});

export const factorErrors = defineErrors({
  CODE_WRONG: {
    kind: 'BAD_INPUT',
    vi: 'Mã chưa đúng hoặc đã dùng rồi. Hãy đợi ứng dụng hiện mã mới rồi nhập lại.',
    en: 'The code is not right, or was used before. Wait for the app to show the next one and enter that.',
  },
  CODE_NEEDED: {
    kind: 'BAD_INPUT',
    vi: 'Tài khoản này có xác thực hai bước. Hãy nhập thêm mã của ứng dụng xác thực.',
    en: 'This account has a second factor. Enter the code of the authenticator app as well.',
  },
  FACTOR_ALREADY_ON: {
    kind: 'CONFLICT',
    vi: 'Xác thực hai bước đang bật. Muốn đổi sang máy khác, hãy tắt rồi bật lại.',
    en: 'The second factor is on. To move it to another device, turn it off and on again.',
  },
  FACTOR_NOT_STARTED: {
    kind: 'CONFLICT',
    vi: 'Chưa bắt đầu cài xác thực hai bước. Hãy quét mã QR trước rồi nhập mã.',
    en: 'Setting up the second factor has not begun. Scan the QR code first, then enter a code.',
  },
  FACTOR_NOT_ON: {
    kind: 'CONFLICT',
    vi: 'Xác thực hai bước chưa bật.',
    en: 'The second factor is not on.',
  },
});

export const keyErrors = defineErrors({
  API_KEY_NAME: {
    kind: 'BAD_INPUT',
    vi: 'Hãy đặt tên cho khoá, nhiều nhất {most} ký tự, để sau này biết nó dùng vào việc gì.',
    en: 'Name the key, in at most {most} characters, so that you know later what it is for.',
  },
  API_KEY_SCOPES: {
    kind: 'BAD_INPUT',
    vi: 'Khoá không được nhận các quyền này: {scopes}. Chỉ chọn những việc chính bạn đang được làm.',
    en: 'A key cannot have these permissions: {scopes}. Choose only what you may do yourself.',
  },
  API_KEY_NO_SCOPES: {
    kind: 'BAD_INPUT',
    vi: 'Hãy chọn ít nhất một việc mà khoá được làm.',
    en: 'Choose at least one thing that the key may do.',
  },
  API_KEY_EXPIRY: {
    kind: 'BAD_INPUT',
    vi: 'Ngày hết hạn phải từ {first} đến {last}.',
    en: 'The day of expiry must be from {first} to {last}.',
  },
});

export const setupErrors = defineErrors({
  SETUP_REFUSED: {
    kind: 'NOT_ALLOWED',
    vi: 'Mã cài đặt chưa đúng, đã hết hạn, hoặc hệ thống đã có tài khoản. Hãy xem lại mã máy chủ vừa in ra.',
    en: 'The setup code is not right or expired, or there is an account already. Look at what the server has printed.',
  },
  SETUP_CODE_OF_PLACE: {
    kind: 'BAD_INPUT',
    vi: 'Mã đơn vị hành chính chỉ gồm chữ số: mã xã 5 chữ số, mã tỉnh 2 chữ số.',
    en: 'An administrative code has digits only: five for the commune, two for the province.',
  },
  SETUP_NAME_EMPTY: {
    kind: 'BAD_INPUT',
    vi: 'Hãy ghi tên, nhiều nhất {most} ký tự.',
    en: 'Write the name, in at most {most} characters.',
  },
  SETUP_VILLAGES: {
    kind: 'BAD_INPUT',
    vi: 'Mỗi thôn ghi một lần; nhiều nhất {most} thôn.',
    en: 'Name each village once; at most {most} villages.',
  },
  SETUP_LOGIN: {
    kind: 'BAD_INPUT',
    vi: 'Tên đăng nhập gồm 3 đến 60 chữ thường không dấu, chữ số, dấu chấm, gạch nối hoặc gạch dưới.',
    en: 'A login has 3 to 60 plain lower-case letters, digits, dots, hyphens or underscores.',
  },
});
