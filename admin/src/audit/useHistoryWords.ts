import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import { useIndicators } from '../dashboard/useScoreboard';
import type { HistoryChannel, HistoryEntry } from '../providers/types';
import { useFormat } from '../shared/useFormat';
import { useTopicName } from '../shared/useTopics';
import { changedFields } from './sentence';
import { valueText } from './value';

/** The groups of words that a code may be found in; a membership's role is looked up before a position's. */
const codeWords = [
  'visitResult',
  'householdKind',
  'skill',
  'guidanceForm',
  'orgUnitKind',
  'flagReason',
  'flagStatus',
  'severity',
  'memberRole',
  'role',
  'consentPurpose',
  'dataRequestKind',
  'dataRequestState',
  'incidentState',
  'incidentSeverity',
  'incidentKind',
  'noteKind',
  'historyCode',
];

/** Fields whose codes mean something else elsewhere. */
const wordsOfField: Record<string, string> = {
  list: 'readingList',
  columns: 'exportColumn',
};

const mostFields = 3;

/** Facts in words: who, did what, to which fields, from where. */
export function useHistoryWords() {
  const translate = useTranslate();
  const { locale, pick } = useFormat();
  const indicators = useIndicators();
  const topicName = useTopicName();
  return useMemo(() => {
    const known = (key: string) => translate(key, { _: '' }) || null;
    const field = (code: string) =>
      (uuid.test(code) ? known('app.historyField.oneOfThem') : null) ??
      known(`app.historyField.${code}`) ??
      known(`app.field.${code}`) ??
      known(`app.count.${code}`) ??
      code;
    const codeWord = (subjectType: string, key: string) => (code: string) => {
      if (key === 'indicatorCode') {
        const indicator = indicators.get(code);
        return indicator ? pick(indicator.shortVi, indicator.shortEn) : null;
      }
      const own = wordsOfField[key];
      if (own) return known(`app.${own}.${code}`);
      const topic = topicName(code);
      if (topic !== code) return topic;
      const groups =
        subjectType === 'team_membership' ? codeWords : codeWords.filter((one) => one !== 'memberRole');
      return groups.map((group) => known(`app.${group}.${code}`)).find((word) => word !== null) ?? null;
    };
    return {
      field,
      /** The kind of fact, as a filter names it. */
      kind: (type: string) => capital(translate(`app.historyDid.${type}`, { _: type })),
      who: (entry: Pick<HistoryEntry, 'actor' | 'channel'>) =>
        entry.actor?.fullName ?? translate(`app.history.nobody.${entry.channel}`),
      did: (entry: HistoryEntry) =>
        translate(`app.historyDid.${entry.type}`, {
          _: translate('app.history.didSomething', { type: entry.type }),
        }),
      fields: (entry: HistoryEntry) => {
        const codes = changedFields(entry);
        const words = codes.slice(0, mostFields).map((code) => lower(field(code)));
        const more = codes.length - words.length;
        return [
          words.join(', '),
          ...(more > 0 ? [translate('app.history.moreFields', { smart_count: more })] : []),
        ].join(' ');
      },
      value: (value: unknown, subjectType = '', key = '') =>
        valueText(value, {
          locale,
          yes: translate('app.history.yes'),
          no: translate('app.history.no'),
          empty: translate('app.history.empty'),
          codeWord: codeWord(subjectType, key),
        }),
      from: (from: { channel: HistoryChannel; device: string | null; address: string | null }) => {
        if (from.channel === 'JOB') return translate('app.history.channel.JOB');
        const key = from.channel === 'API_KEY' ? translate('app.history.channel.API_KEY') : null;
        return [key, from.device, from.address].filter(Boolean).join(' · ');
      },
      subject: (type: string) => translate(`app.historySubject.${type}`, { _: type }),
    };
  }, [translate, locale, pick, topicName, indicators]);
}

/** One of many that a single fact tells of, named by its identifier. */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-/;
const capital = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
/** A field's name inside a sentence: "Điện thoại" becomes "điện thoại", "VNeID…" stays. */
const lower = (text: string) =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
