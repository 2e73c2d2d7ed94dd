// Logins made from names: the given name, then the initials of family and middle names. Pure.
import { fold } from '../../kernel/index.js';

const shortest = 3;
// Names are shorter; what is no name must still give a login.
const longestGiven = 30;
const mostInitials = 10;
const fits = /^[a-z0-9._-]{3,60}$/;

/** Whether a login can be one: as the database demands of it. */
export function isLogin(login: string): boolean {
  return fits.test(login);
}

/** A login without the number at its end. */
export function stemOf(login: string): string {
  return login.replace(/[0-9]+$/, '');
}

/** "Nguyễn Thị Hoà" → "hoa.nt". */
export function loginStem(fullName: string): string {
  const words = fold(fullName)
    .split(/\s+/)
    .map((word) => word.replace(/[^a-z]/g, ''))
    .filter(Boolean);
  const given = (words.pop() ?? 'tk').slice(0, longestGiven);
  const initials = words
    .slice(0, mostInitials)
    .map((word) => word[0])
    .join('');
  return initials === '' ? given : `${given}.${initials}`;
}

/** A login for this name that is not taken yet, and is from now on: "hoa.nt", then "hoa.nt2", "hoa.nt3". */
export function takeLogin(fullName: string, taken: Set<string>): string {
  const stem = loginStem(fullName);
  for (let number = 1; ; number += 1) {
    const login = withNumber(stem, number);
    if (isLogin(login) && !taken.has(login)) {
      taken.add(login);
      return login;
    }
  }
}

// A single short word needs a number from the start: "an" is no login, "an1" is.
function withNumber(stem: string, number: number): string {
  if (number === 1 && stem.length >= shortest) return stem;
  return stem + String(number).padStart(shortest - stem.length, '0');
}
