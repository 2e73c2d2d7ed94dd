import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { getAppUrl, getOwnerUrl } from './owner-url.js';

let clone: string;
let data: string;

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'tungnha-clone-'));
  data = join(clone, '.data');
  mkdirSync(join(data, 'postgres'), { recursive: true });
});

afterEach(() => rmSync(clone, { recursive: true, force: true }));

/** As the launcher leaves it: see launcher/layout.mjs. */
function launched(place = data): void {
  writeFileSync(join(data, 'secrets.json'), '{"superuser":"s","owner":"bí/mật","app":"a"}');
  mkdirSync(join(place, 'postgres'), { recursive: true });
  writeFileSync(join(place, 'postgres', 'postmaster.pid'), '4711\n/data\n1764550000\n54999\n\n127.0.0.1\n');
}

describe('a command works on', () => {
  test('no database at all when none is named and none runs', () => {
    expect(() => getOwnerUrl({}, clone)).toThrow(/DATABASE_OWNER_URL[^]*npm start/);
    writeFileSync(join(data, 'secrets.json'), '{"owner":"o"}');
    expect(() => getOwnerUrl({}, clone)).toThrow(/DATABASE_OWNER_URL/);
  });

  test('the one that is named, whatever runs', () => {
    launched();
    expect(getOwnerUrl({ DATABASE_OWNER_URL: 'postgres://o@db/x' }, clone)).toBe('postgres://o@db/x');
  });

  test('the one that npm start runs for this clone', () => {
    launched();
    expect(getOwnerUrl({}, clone)).toBe(
      'postgres://tungnha_owner:b%C3%AD%2Fm%E1%BA%ADt@127.0.0.1:54999/tungnha',
    );
  });

  test('the same as the application, for commands that row-level security shall bind', () => {
    expect(() => getAppUrl({}, clone)).toThrow(/DATABASE_URL[^]*npm start/);
    launched();
    expect(getAppUrl({}, clone)).toBe('postgres://tungnha_app:a@127.0.0.1:54999/tungnha');
    expect(getAppUrl({ DATABASE_URL: 'postgres://a@db/x' }, clone)).toBe('postgres://a@db/x');
  });

  test('the same where its data had to move out of the clone', () => {
    const elsewhere = join(clone, 'elsewhere');
    launched(elsewhere);
    writeFileSync(join(data, 'place.json'), JSON.stringify({ folder: elsewhere, clone }));
    expect(getOwnerUrl({}, clone)).toContain(':54999/');
  });
});
