// Time-based one-time codes (RFC 6238) by otplib: SHA-1, six digits, 30 seconds, as authenticator apps expect.
import { generateSecret, generateURI, verifySync } from 'otplib';

const issuer = 'Từng Nhà';
// One step to either side, for clocks that are not quite right.
const toleranceSeconds = 30;

/** 160 bits, in base 32. */
export const newTotpSecret = (): string => generateSecret();

/** What the QR code says to an authenticator app. */
export const totpUri = (login: string, secret: string): string =>
  generateURI({ issuer, label: login, secret });

/** The step of time that a code belongs to, if it is one of now; null for every other. */
export function totpStep(secret: string, code: string): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const result = verifySync({ secret, token: code, epochTolerance: toleranceSeconds });
  return result.valid && 'timeStep' in result ? result.timeStep : null;
}
