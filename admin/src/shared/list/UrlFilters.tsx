import { useMemo, type ReactNode } from 'react';
import { ListContextProvider, type ListControllerResult } from 'react-admin';
import { useSearchParams } from 'react-router-dom';

export type Filters = Record<string, unknown>;

function read(text: string | null): Filters {
  if (!text) return {};
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? (parsed as Filters) : {};
  } catch {
    // An address cut short by somebody's mail program: show everything rather than nothing.
    return {};
  }
}

/** Filters kept in the address as the lists keep theirs, for a page that is no list of react-admin. */
export function useUrlFilters(): [Filters, (next: Filters) => void] {
  const [params, setParams] = useSearchParams();
  const text = params.get('filter');
  const filters = useMemo(() => read(text), [text]);
  const setFilters = (next: Filters) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (Object.keys(next).length === 0) after.delete('filter');
        else after.set('filter', JSON.stringify(next));
        return after;
      },
      { replace: true },
    );
  return [filters, setFilters];
}

interface UrlFiltersProps {
  value: Filters;
  onChange: (next: Filters) => void;
  children: ReactNode;
}

/** Lets the chips and the search box of the lists work on those filters. */
export function UrlFilters({ value, onChange, children }: UrlFiltersProps) {
  // The chips read nothing else of a list.
  const context = { filterValues: value, setFilters: onChange } as unknown as ListControllerResult;
  return <ListContextProvider value={context}>{children}</ListContextProvider>;
}

/** A link to a page of such filters. */
export const filtered = (path: string, filters: Filters): string =>
  `${path}?filter=${encodeURIComponent(JSON.stringify(filters))}`;
