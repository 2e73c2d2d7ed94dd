// What a deployment can set, read once at start. Every variable has a description; docs/how-to/operate.md
// prints the table, and a test keeps the two equal.
import { z } from 'zod';

const faces = z.enum(['http', 'worker']);

export const configSchema = z.object({
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .default(4000)
    .describe('Port of the API, the panel and the health checks'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on; 0.0.0.0 in a container'),
  DATABASE_URL: z
    .string()
    .startsWith('postgres')
    .describe('PostgreSQL as the role tungnha_app, which row-level security binds'),
  DATABASE_POOL: z.coerce
    .number()
    .int()
    .min(2)
    .max(200)
    .default(20)
    .describe('Most database connections of one process'),
  REDIS_URL: z
    .string()
    .startsWith('redis')
    .optional()
    .describe('Redis for the job queue and the count of failed sign-ins; without it both live in PostgreSQL'),
  QUEUE_PREFIX: z
    .string()
    .regex(/^[a-z0-9_-]+$/)
    .default('tungnha')
    .describe('Keeps two installations apart on one Redis'),
  FACES: z
    .string()
    .default('http,worker')
    .transform((value) => value.split(',').map((face) => faces.parse(face.trim())))
    .describe('What this process does: http, worker, or both'),
  SESSION_DAYS: z.coerce.number().int().min(1).max(90).default(14).describe('How long a sign-in lasts'),
  SESSION_IDLE_HOURS: z.coerce
    .number()
    .int()
    .min(1)
    .max(2_160)
    .default(168)
    .describe('How long a sign-in lasts without being used'),
  SECURE_COOKIES: z
    .stringbool()
    .default(false)
    .describe('Send the session cookie over HTTPS only; on wherever TLS is'),
  TRUST_PROXY: z
    .stringbool()
    .default(false)
    .describe('Believe X-Forwarded-* headers; on behind the reverse proxy'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('Least severe log line to print'),
});

export type Config = z.infer<typeof configSchema>;

/** Reads the configuration from environment variables; throws one readable error naming every wrong variable. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = configSchema.safeParse(present);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`Cấu hình không hợp lệ / Invalid configuration:\n${lines.join('\n')}`);
}
