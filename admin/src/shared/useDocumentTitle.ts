import { useEffect } from 'react';
import { useTranslate } from 'react-admin';

/** The tab and the printed header carry the page's name. */
export function useDocumentTitle(title: string): void {
  const translate = useTranslate();
  const product = translate('app.name');
  useEffect(() => {
    document.title = title ? `${title} · ${product}` : product;
  }, [title, product]);
}
