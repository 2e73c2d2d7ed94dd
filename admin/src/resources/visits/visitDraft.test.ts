import { describe, expect, test } from '@jest/globals';
import { emptyDraft, visitInput } from './visitDraft';

const now = Date.parse('2025-12-01T08:00:00+07:00');

describe('recording a visit', () => {
  test('what was not asked is not sent, and zero is', () => {
    const input = visitInput({ ...emptyDraft(now), result: 'MET', adultsWithSmartphone: 0 }, '7');
    expect(input.adultsWithSmartphone).toBe(0);
    expect(input).not.toHaveProperty('vneidLevel2');
    expect(input).not.toHaveProperty('skills');
  });
  test('nobody at home: nothing observed goes along, whatever was tapped before', () => {
    const draft = {
      ...emptyDraft(now),
      result: 'ABSENT' as const,
      topics: ['VNEID'],
      adults: 3,
      skills: ['VNEID_LOGIN'],
    };
    expect(visitInput(draft, '7')).toMatchObject({ result: 'ABSENT', topics: [] });
    expect(visitInput(draft, '7')).not.toHaveProperty('adults');
    expect(visitInput(draft, '7')).not.toHaveProperty('skills');
  });
  test('a checklist gone through with nothing ticked is an answer', () => {
    expect(visitInput({ ...emptyDraft(now), result: 'MET', skills: [] }, '7')).toMatchObject({
      skills: [],
      skillsVersion: 1,
    });
  });
  test('the same form sends the same id and the time on the Vietnamese wall', () => {
    const draft = emptyDraft(now);
    expect(visitInput(draft, '7').id).toBe(visitInput(draft, '7').id);
    expect(visitInput(draft, '7').visitedAt).toBe('2025-12-01T01:00:00.000Z');
  });
});
