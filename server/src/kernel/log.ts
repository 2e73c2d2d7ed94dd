import { pino } from 'pino';

export type Logger = pino.Logger;

/** JSON lines on standard output; every line of a request carries its requestId. System time, never the business clock. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['*.password', '*.token', '*.phone', 'req.headers.cookie', 'req.headers.authorization'],
  });
}
