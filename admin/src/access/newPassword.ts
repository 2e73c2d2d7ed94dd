/** As the server asks; it also refuses what is easily guessed. */
const shortestPassword = 10;

/** Counted as people count: a letter with its marks is one character. */
export function charactersMissing(password: string): number {
  return Math.max(0, shortestPassword - [...password.normalize('NFC')].length);
}
