import { z } from 'zod';
import { defineConfig } from '#platform/config';

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'expected postgres://user:password@host:port/database');

export const databaseConfig = defineConfig(
  z.object({
    DATABASE_URL: postgresUrl.describe('primary database, as the service role odop_app'),
    DATABASE_POOL_MAX: z.coerce.number().int().min(2).max(200).default(10).describe('connections per process'),
    DATABASE_PATIENCE: z.coerce
      .number()
      .int()
      .min(1)
      .max(10)
      .default(1)
      .describe(
        'how many times as long statements, locks and free connections may take, for a machine that is known to be slow',
      ),
  }),
);

export const ownerConfig = defineConfig(
  z.object({
    DATABASE_OWNER_URL: postgresUrl.optional().describe('the same database as its owner, for migrations'),
  }),
);

/** Limits of S-48, sent with the connection so that no session can forget them. */
export function sessionOptions(): string {
  const times = databaseConfig().DATABASE_PATIENCE;
  const limits = { statement_timeout: 5_000, lock_timeout: 2_000, idle_in_transaction_session_timeout: 10_000 };
  return Object.entries(limits)
    .map(([name, ms]) => `-c ${name}=${ms * times}`)
    .join(' ');
}

/**
 * For a database that has gone without a word, when no limit of its own can hold: a statement is given up here, later
 * than the server would, nobody waits for a connection without end (a free one of the pool or a new one), and the
 * operating system asks idle connections whether anybody is still there.
 */
export function networkLimits(): { query_timeout: number; connectionTimeoutMillis: number; keepAlive: true } {
  const times = databaseConfig().DATABASE_PATIENCE;
  return { query_timeout: 10_000 * times, connectionTimeoutMillis: 5_000 * times, keepAlive: true };
}
