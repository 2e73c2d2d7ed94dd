import { useEffect } from 'react';
import { useTheme } from 'react-admin';
import { flushSync } from 'react-dom';

/** Paper is white: a page shown on the dark ground is printed in its light colours, then shown as before. */
export function usePrintInDaylight(): void {
  const [theme, setTheme] = useTheme();
  useEffect(() => {
    if (theme !== 'dark') return undefined;
    const toLight = () => flushSync(() => setTheme('light'));
    // The listener outlives the change of theme, which would otherwise remove it before it is needed.
    const back = () => setTheme('dark');
    const before = () => {
      window.addEventListener('afterprint', back, { once: true });
      toLight();
    };
    window.addEventListener('beforeprint', before);
    return () => window.removeEventListener('beforeprint', before);
  }, [theme, setTheme]);
}
