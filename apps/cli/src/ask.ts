import pg from 'pg';

type Row = Record<string, unknown>;
export type Ask = <R extends Row>(sql: string, values?: unknown[]) => Promise<R[]>;

/** Asks a database directly, over one connection, without starting the modules. @throws when there is no way to it */
export async function withDatabase<T>(url: string, work: (ask: Ask) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'odop-cli',
    connectionTimeoutMillis: 5_000,
    options: '-c statement_timeout=10000',
  });
  client.on('error', () => undefined); // told by the statement that fails
  await client.connect();
  try {
    return await work(
      async <R extends Row>(sql: string, values: unknown[] = []) => (await client.query<R>(sql, values)).rows,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
