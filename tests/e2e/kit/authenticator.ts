/** The app on somebody's telephone: six digits for each half minute, none of them given twice. */
import { generateSync } from 'otplib';

const STEP_SECONDS = 30;

export class Authenticator {
  readonly #secret: string;
  #lastStep = -1;

  /** The secret as the screen shows it, in groups. */
  constructor(shown: string) {
    this.#secret = shown.replaceAll(/\s/g, '');
  }

  /** The next code that has not been used. A server forgives clocks that are half a minute off, so nobody waits. */
  code(): string {
    const now = Math.floor(Date.now() / 1000 / STEP_SECONDS);
    this.#lastStep = Math.max(this.#lastStep + 1, now - 1);
    if (this.#lastStep > now + 1) throw new Error('Three codes in half a minute are all there are');
    return generateSync({ secret: this.#secret, epoch: this.#lastStep * STEP_SECONDS });
  }
}
