import { useEffect, useState } from 'react';
import { useMe } from '../providers/me';

/** The moment the office works in, in milliseconds: the system clock moved by the server's offset, once a minute. */
export function useBusinessNow(): number {
  const offsetMs = useMe()?.clock.offsetMs ?? 0;
  const [systemNow, setSystemNow] = useState(() => Date.now());
  useEffect(() => {
    // The clock was set a moment ago, not when the last minute was counted.
    setSystemNow(Date.now());
    const timer = setInterval(() => setSystemNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, [offsetMs]);
  return systemNow + offsetMs;
}
