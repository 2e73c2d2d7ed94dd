// Which passwords are good enough: long, not common, not about their owner. No rules about kinds of characters,
// which make passwords hard to remember and no harder to guess.
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { fold, problem } from '../../kernel/index.js';
import { passwordErrors } from './access.errors.js';

const least = 10;
const most = 200;
// Of 0 to 4; from 3 on, more than 10^8 guesses.
const leastScore = 3;
const leastRest = 6;

export interface Owner {
  login: string;
  fullName: string;
}

// What people here would try first, and no foreign list knows.
const localWords = [
  ...[
    'matkhau',
    'mat khau',
    'dangnhap',
    'quantri',
    'canbo',
    'lanhdao',
    'ubnd',
    'uyban',
    'nhandan',
    'hdnd',
    'mttq',
  ],
  ...[
    'congnghe',
    'congngheso',
    'chuyendoiso',
    'tocongnghe',
    'congdong',
    'tungnha',
    'tung nha',
    'xa',
    'thon',
    'phuong',
  ],
  ...[
    'thang',
    'nam',
    'quy',
    'ngay',
    'vietnam',
    'viet nam',
    'haiphong',
    'hai phong',
    'hanoi',
    'ha noi',
    'saigon',
  ],
  ...[
    'anhyeuem',
    'emyeuanh',
    'yeuem',
    'yeuanh',
    'giadinh',
    'hanhphuc',
    'maimai',
    'conyeu',
    'bome',
    'khongbiet',
  ],
];

let estimator: Promise<ZxcvbnFactory> | undefined;

// Its word lists take memory, and most processes never see a new password.
function loadEstimator(): Promise<ZxcvbnFactory> {
  estimator ??= Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]).then(
    ([{ ZxcvbnFactory }, { dictionary, adjacencyGraphs: graphs }]) =>
      new ZxcvbnFactory({ dictionary: { ...dictionary, localWords }, graphs }),
  );
  return estimator;
}

/**
 * Refuses a password that is too short, too long or easily guessed; `path` names the input it came in. Errors:
 * PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_ABOUT_YOU, PASSWORD_GUESSABLE.
 */
export async function requireGoodPassword(password: string, owner: Owner, path: string): Promise<void> {
  const text = password.normalize('NFC');
  const length = [...text].length;
  if (length < least) throw problem(passwordErrors.PASSWORD_TOO_SHORT, { least }, { path });
  if (length > most) throw problem(passwordErrors.PASSWORD_TOO_LONG, { most }, { path });
  // Marks make no password of a name: "Hoàng" is as guessable as "hoang".
  const plain = fold(text);
  const words = wordsOf(owner);
  if (restOf(plain, words) < leastRest) throw problem(passwordErrors.PASSWORD_ABOUT_YOU, {}, { path });
  const estimate = await loadEstimator();
  const { score, sequence } = estimate.check(plain, words);
  if (score >= leastScore) return;
  const isAboutOwner = sequence.some((match) => match['dictionaryName'] === 'userInputs');
  throw problem(
    isAboutOwner ? passwordErrors.PASSWORD_ABOUT_YOU : passwordErrors.PASSWORD_GUESSABLE,
    {},
    { path },
  );
}

/** How many letters and digits of a password are not its owner's name or login. */
function restOf(plain: string, words: string[]): number {
  const longestFirst = words.filter((word) => word.length > 2).toSorted((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, word) => rest.replaceAll(word, ''), plain).replace(/[^\p{L}\p{N}]/gu, '')
    .length;
}

function wordsOf({ login, fullName }: Owner): string[] {
  const name = fold(fullName).split(/\s+/).filter(Boolean);
  return [...new Set([login, ...login.split(/[._-]/), ...name, name.join('')])].filter(
    (word) => word.length > 1,
  );
}
