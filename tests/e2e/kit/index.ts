/**
 * What every file of journeys stands on: one commune, one browser, and a sentence for each journey.
 *
 * A journey starts at the sign-in page and goes by what its screen says, in Vietnamese: roles, labels and text,
 * never an address, an id or a selector. It fails as well when a console complains, a request fails or leaves for
 * another machine, or the server calls something an error.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { laptop, launchBrowser, noteComplaints, openProfile, type Screen } from './browser.js';
import { startCommune, type Commune } from './commune.js';
import { Person } from './person.js';

export { hasNoBarrier } from './barriers.js';
export { laptop, phone, type Screen } from './browser.js';
export { Authenticator } from './authenticator.js';
export { eventually } from './eventually.js';
export type { Person } from './person.js';

const SETUP_TIMEOUT_MS = 180_000;
const JOURNEY_TIMEOUT_MS = 90_000;
/** The browser tells of a refused sign-in twice: as an answer, and as a line in the console. */
export const refusal = /^401 POST |a status of 401 /;
/** So it does when a decision waits for the password to be given again, */
export const identityQuestion = /^403 POST .*"CONFIRM_IDENTITY"|a status of 403 /;
/** and when somebody is told that something is not theirs to do. */
export const notAllowed = /^403 POST .*"NOT_ALLOWED"|a status of 403 /;

/** Where the screens of a failed journey are left to look at. */
const pictures = join(tmpdir(), 'tungnha-e2e');

export interface Stage {
  /** Somebody at the sign-in page, with a browser profile of their own. */
  arrives(screen?: Screen): Promise<Person>;
  /** Somebody who opens the address that they were given: the only ones are those of /setup and /join. */
  opens(address: string, screen?: Screen): Promise<Person>;
  /** The code that the server printed for whoever founds its commune. */
  setupCode(): string;
  /** Somebody who has signed in and sees the overview. */
  worksAs(login: string, screen?: Screen): Promise<Person>;
  /** Puts facts into the database that no screen would let in. */
  plants(statements: string): Promise<void>;
  /** What this journey provokes, or somebody else's program is known to say, is no complaint. */
  forgives(complaint: RegExp): void;
}

/** The last proof of everybody who is signed in was too long ago for a decision: the password is asked again. */
export const anotherQuarterHour = `update session set confirmed_at = confirmed_at - interval '15 minutes'`;

export type Journey = (sentence: string, play: (stage: Stage) => Promise<void>) => void;

/** Sets the stage for this file; gives the word to write its journeys with. `isEmpty`: no commune has been founded. */
export function journeys({ isEmpty = false } = {}): Journey {
  let commune: Commune | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    [commune, browser] = await Promise.all([startCommune({ isEmpty }), launchBrowser()]);
  }, SETUP_TIMEOUT_MS);
  afterAll(async () => {
    await browser?.close();
    await commune?.stop();
  });
  return (sentence, play) =>
    test(
      sentence,
      async () => {
        if (!commune || !browser) throw new Error('The commune did not start');
        await perform({ sentence, play, commune, browser });
      },
      JOURNEY_TIMEOUT_MS,
    );
}

interface Performance {
  sentence: string;
  play: (stage: Stage) => Promise<void>;
  commune: Commune;
  browser: Browser;
}

async function perform({ sentence, play, commune, browser }: Performance): Promise<void> {
  const complaints: string[] = [];
  const profiles: BrowserContext[] = [];
  const forgiven: RegExp[] = [];
  const allComplaints = () =>
    [...complaints, ...commune.takeErrors()].filter((one) => !forgiven.some((known) => known.test(one)));
  const opens = async (address: string, screen: Screen = laptop) => {
    const profile = await openProfile(browser, commune.url, screen);
    profiles.push(profile);
    noteComplaints(profile, commune.url, complaints);
    const page = await profile.newPage();
    await page.goto(address);
    return new Person(page);
  };
  const arrives = async (screen: Screen = laptop) => {
    const person = await opens('/', screen);
    await person.sees('button', 'Đăng nhập');
    return person;
  };
  const worksAs = async (login: string, screen: Screen = laptop) => {
    const person = await (await arrives(screen)).signIn(login);
    await person.sees('heading', /Kế hoạch 2025/);
    await person.settled();
    return person;
  };
  try {
    await play({
      arrives,
      opens,
      setupCode: () => commune.setupCode(),
      worksAs,
      plants: (statements) => commune.plant(statements),
      forgives: (complaint) => forgiven.push(complaint),
    });
    expect(allComplaints()).toEqual([]);
  } catch (error) {
    await takePictures(
      sentence,
      profiles.flatMap((profile) => profile.pages()),
    );
    process.stderr.write([...allComplaints(), ''].join('\n'));
    throw error;
  } finally {
    for (const profile of profiles) await profile.close();
  }
}

async function takePictures(sentence: string, pages: readonly Page[]): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  const name = sentence.replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  for (const [at, page] of pages.entries()) {
    await page.screenshot({ path: join(pictures, `${name}-${at + 1}.png`) }).catch(() => undefined);
  }
}
