import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import type { z } from 'zod';
import { log } from '#platform/observability';
import { databaseConfig, networkLimits, sessionOptions } from './config.js';

/**
 * One pipelined connection per process for hot single-statement reads of public or unscoped views.
 * No transaction, no row-level scope: private tables answer with no rows here.
 */
@Injectable()
export class ReadClient implements OnApplicationShutdown {
  private client: Promise<pg.Client> | null = null;
  private closed = false;

  /** Rows of one statement, each checked against `row`. */
  async many<T>(row: z.ZodType<T>, sql: string, values: readonly unknown[] = []): Promise<T[]> {
    const client = await this.connected();
    const result = await client.query(sql, [...values]);
    return result.rows.map((record) => row.parse(record));
  }

  async maybe<T>(row: z.ZodType<T>, sql: string, values: readonly unknown[] = []): Promise<T | null> {
    return (await this.many(row, sql, values))[0] ?? null;
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    await this.client?.then((client) => client.end()).catch(() => undefined);
  }

  /** A lost connection is replaced at the next read. */
  private connected(): Promise<pg.Client> {
    this.client ??= this.connect().catch((error: unknown) => {
      this.client = null;
      throw error;
    });
    return this.client;
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: databaseConfig().DATABASE_URL,
      application_name: 'odop-read',
      options: sessionOptions,
      ...networkLimits,
      pipeline: true,
      connectionTimeoutMillis: 5_000,
    });
    client.on('error', (error) => {
      if (!this.closed) log.warn({ err: error.message }, 'read connection lost');
      this.client = null;
    });
    client.on('end', () => (this.client = null));
    await client.connect();
    return client;
  }
}
