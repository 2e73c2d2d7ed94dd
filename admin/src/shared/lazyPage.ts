import { lazy, type ComponentType } from 'react';

type Page = ComponentType<object>;

/** A page that loads when it is first visited: `lazyPage(() => import('./VisitList'), 'VisitList')`. */
export function lazyPage<Name extends string>(load: () => Promise<Record<Name, Page>>, name: Name): Page {
  return lazy<Page>(() => load().then((module) => ({ default: module[name] })));
}
