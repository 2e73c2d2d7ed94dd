import { describe, expect, test } from '@jest/globals';
import type { ScoreboardVillage } from '../providers/types';
import { parseRanking, rankVillages, rankingText } from './ranking';

const village = (name: string, basisPoints: number | null, visits30Days = 0): ScoreboardVillage => ({
  id: name,
  code: name,
  name,
  households: 100,
  householdsVisited: 0,
  visits30Days,
  weeklyVisits: [],
  lastVisitAt: null,
  flags: [],
  cells: [
    {
      indicatorCode: 'EPAYMENT',
      numerator: null,
      denominator: null,
      basisPoints,
      unknownHouseholds: null,
      expectedPercent: null,
      status: 'NO_DATA',
      exactlyAtTarget: false,
      hidden: false,
    },
  ],
});

const villages = [village('Thôn Đông', 4000, 9), village('Thôn An', null, 3), village('Thôn Bình', 2000, 1)];
const names = (list: ScoreboardVillage[]) => list.map((one) => one.name);

describe('the order of the villages', () => {
  test("the server's order of need is kept as it comes", () => {
    expect(names(rankVillages(villages, parseRanking(null), ''))).toEqual([
      'Thôn Đông',
      'Thôn An',
      'Thôn Bình',
    ]);
  });
  test('a village without a figure stays last in both directions', () => {
    expect(names(rankVillages(villages, parseRanking('EPAYMENT'), ''))).toEqual([
      'Thôn Bình',
      'Thôn Đông',
      'Thôn An',
    ]);
    expect(names(rankVillages(villages, parseRanking('-EPAYMENT'), ''))).toEqual([
      'Thôn Đông',
      'Thôn Bình',
      'Thôn An',
    ]);
  });
  test('names follow the Vietnamese alphabet, đ after d', () => {
    expect(names(rankVillages(villages, parseRanking('name'), ''))).toEqual([
      'Thôn An',
      'Thôn Bình',
      'Thôn Đông',
    ]);
  });
  test('search needs no diacritics', () => {
    expect(names(rankVillages(villages, parseRanking(null), 'thon dong'))).toEqual(['Thôn Đông']);
  });
  test('the order survives its trip through the address', () => {
    expect(parseRanking(rankingText({ column: 'activity', descending: true }))).toEqual({
      column: 'activity',
      descending: true,
    });
  });
});
