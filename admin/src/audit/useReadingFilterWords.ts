import { useCallback } from 'react';
import { useTranslate } from 'react-admin';
import { useVillages } from '../shared/useVillages';
import { useHistoryWords } from './useHistoryWords';

/** What a list was asked for, in words: "Thôn: Thôn Đông Thượng; Loại: Hộ kinh doanh". */
export function useReadingFilterWords(): (filter: Record<string, unknown> | null) => string {
  const translate = useTranslate();
  const words = useHistoryWords();
  const villages = useVillages();
  return useCallback(
    (filter) => {
      const villageName = (id: unknown) => villages.find((one) => one.id === String(id))?.name ?? String(id);
      const valueOf = (field: string, operand: unknown): string =>
        field === 'villageId' ? listOf(operand).map(villageName).join(', ') : words.value(operand);
      const condition = ([field, wanted]: [string, unknown]): string => {
        if (field === 'and' || field === 'or')
          return listOf(wanted)
            .map((part) => `(${conditions(part)})`)
            .join(field === 'and' ? '; ' : ` ${translate('app.reading.or')} `);
        if (field === 'not') return translate('app.reading.not', { filter: conditions(wanted) });
        if (field === 'cut') return translate('app.reading.tooLong');
        if (field === 'search') return translate('app.reading.search', { text: String(wanted) });
        const operations = typeof wanted === 'object' && wanted !== null ? wanted : { eq: wanted };
        const name = field === 'villageId' ? translate('app.field.village') : words.field(field);
        return Object.entries(operations)
          .map(([operator, operand]) => {
            if (identifier.test(field) && field !== 'villageId')
              return translate('app.reading.certainRows', { smart_count: listOf(operand).length });
            if (operator === 'isNull')
              return `${name}: ${translate(operand ? 'app.reading.isNull' : 'app.reading.isNotNull')}`;
            return `${name}: ${signs[operator] ?? ''}${valueOf(field, operand)}`;
          })
          .join('; ');
      };
      const conditions = (all: unknown): string =>
        Object.entries(all ?? {})
          .map(condition)
          .join('; ');
      return conditions(filter);
    },
    [translate, words, villages],
  );
}

const identifier = /^id$|Id$/;
const listOf = (operand: unknown): unknown[] => (Array.isArray(operand) ? operand : [operand]);
const signs: Record<string, string> = { ne: '≠ ', gt: '> ', gte: '≥ ', lt: '< ', lte: '≤ ' };
