import { useListContext } from 'react-admin';

/** One filter of the list on screen; an empty value removes it from the address. */
export function useFilter(source: string) {
  const { filterValues, setFilters } = useListContext();
  const value: unknown = filterValues[source];
  const setValue = (next: unknown) => {
    const { [source]: _dropped, ...others } = filterValues;
    setFilters(next === undefined || next === '' ? others : { ...others, [source]: next }, undefined);
  };
  return [value, setValue] as const;
}
