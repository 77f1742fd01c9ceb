import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import type { z } from 'zod';
import { log } from '#platform/observability';
import { databaseConfig, networkLimits, sessionOptions } from './config.js';
import { PreparedTexts, type Planned } from './prepared-texts.js';

/**
 * One pipelined connection per process for hot single-statement reads of public or unscoped views.
 * No transaction, no row-level scope: private tables answer with no rows here.
 */
@Injectable()
export class ReadClient implements OnApplicationShutdown {
  private client: Promise<pg.Client> | null = null;
  private closed = false;
  private readonly texts = new PreparedTexts('read', 100);

  /** Rows of one statement, each checked against `row`. */
  async many<T>(
    row: z.ZodType<T>,
    sql: string,
    values: readonly unknown[] = [],
    planned: Planned = 'each time',
  ): Promise<T[]> {
    const client = await this.connected();
    const name = planned === 'once' ? this.texts.nameOf(sql) : null;
    const result =
      name === null ? await client.query(sql, [...values]) : await this.prepared(client, name, sql, values);
    return result.rows.map((record) => row.parse(record));
  }

  async maybe<T>(
    row: z.ZodType<T>,
    sql: string,
    values: readonly unknown[] = [],
    planned: Planned = 'each time',
  ): Promise<T | null> {
    return (await this.many(row, sql, values, planned))[0] ?? null;
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    await this.client?.then((client) => client.end()).catch(() => undefined);
  }

  /** Reads may be asked again: where the prepared statement cannot be had, the same text is sent without a name. */
  private async prepared(
    client: pg.Client,
    name: string,
    sql: string,
    values: readonly unknown[],
  ): Promise<pg.QueryResult> {
    try {
      return await client.query({ name, text: sql, values: [...values] });
    } catch (error) {
      if (!this.texts.learns(error)) throw error;
      return client.query(sql, [...values]);
    }
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
      options: sessionOptions(),
      ...networkLimits(),
      pipeline: true,
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
