import { useEffect, useState } from 'react';
import { useMe } from '../providers/me';

/** The moment the office works in, in milliseconds: the system clock moved by the server's offset, once a minute. */
export function useBusinessNow(): number {
  const offsetMs = useMe()?.clock.offsetMs ?? 0;
  const [systemNow, setSystemNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setSystemNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return systemNow + offsetMs;
}
