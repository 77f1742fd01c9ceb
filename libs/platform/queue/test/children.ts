import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';
import { freshDatabase, type TestDatabase } from '#platform/testing';

type Role = 'writer' | 'worker' | 'crowd';

/** A process of the test's own: kill it as roughly as you like. */
export class Child {
  readonly lines: string[] = [];
  private readonly process: ChildProcess;
  readonly ended: Promise<string>;

  constructor(role: Role, env: Record<string, string | undefined>) {
    this.process = spawn(process.execPath, [join(__dirname, 'child.mjs'), role], {
      env: { ...process.env, NODE_ENV: 'test', NODE_OPTIONS: '', LOG_LEVEL: 'info', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let rest = '';
    this.process.stdout!.on('data', (chunk: Buffer) => {
      const parts = (rest + chunk.toString()).split('\n');
      rest = parts.pop()!;
      this.lines.push(...parts);
    });
    this.ended = new Promise((resolve) =>
      this.process.once('exit', (code, signal) => resolve(signal ?? `code ${code}`)),
    );
  }

  get alive(): boolean {
    return this.process.exitCode === null && this.process.signalCode === null;
  }

  says(word: string): boolean {
    return this.lines.some((line) => line.includes(word));
  }

  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<string> {
    this.process.kill(signal);
    return this.ended;
  }
}

/** A database of the test's own with the tables of child.mjs, and what its children need to find it. */
export interface Stage {
  env: Record<string, string | undefined>;
  rows<T extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<T[]>;
  start(role: Role, extra?: Record<string, string>): Child;
  close(): Promise<void>;
}

export async function openStage(redisUrl: string | undefined): Promise<Stage> {
  const database: TestDatabase = await freshDatabase();
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 });
  await owner.query(`
    create schema trial;
    create table trial.effect (n bigint generated always as identity, what text not null, of uuid not null, key uuid unique);
    create table trial.stroke (n bigint generated always as identity, slot timestamptz not null);
    create table trial.deadline (id uuid primary key, due_at timestamptz not null, state text not null default 'open',
                                 times integer not null default 0, poison boolean not null default false);
    grant usage on schema trial to odop_app;
    grant select, insert on trial.effect, trial.stroke to odop_app;
    grant select, update on trial.deadline to odop_app;
    truncate platform.outbox, platform.inbox`);
  const children: Child[] = [];
  const env = {
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: undefined,
    REDIS_URL: redisUrl,
    TRIAL_PREFIX: database.name,
    QUEUE_LOCK_SECONDS: '2',
    QUEUE_REHAND_SECONDS: '2',
  };
  return {
    env,
    rows: async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
      (await owner.query<T>(sql, values)).rows,
    start: (role, extra = {}) => {
      const child = new Child(role, { ...env, ...extra });
      children.push(child);
      return child;
    },
    close: async () => {
      await Promise.all(children.filter((child) => child.alive).map((child) => child.kill()));
      await owner.end();
      await database.drop();
    },
  };
}
