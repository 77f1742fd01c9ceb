import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { log } from '#platform/observability';

/** Any fixed number: the schedulers of all workers meet at it. */
const leaderLock = 7_153_203;

/**
 * One of all workers leads: it holds an advisory lock on a connection kept for that. A worker that dies, or that gives no
 * sign of life for 15 s, loses it to another. Needs a direct connection, not one through a transaction pooler (S-82).
 */
export class Leadership {
  private client: pg.Client | null = null;
  leads = false;

  constructor(private readonly databaseUrl: string) {}

  /** Whether this worker leads now; a sign of life at the same time. @throws when the database does not answer */
  async check(): Promise<boolean> {
    const client = this.client ?? (await this.connect());
    try {
      const { rows } = await client.query<{ leads: boolean }>(
        this.leads ? `select true as leads` : `select pg_try_advisory_lock(${leaderLock}) as leads`,
      );
      if (this.client !== client) return false; // lost meanwhile
      if (rows[0]!.leads && !this.leads) log.info('this worker now keeps the schedules');
      return (this.leads = rows[0]!.leads);
    } catch (error) {
      await this.resign();
      throw error;
    }
  }

  async resign(): Promise<void> {
    const client = this.client;
    this.lost();
    // A database that is away never answers the goodbye.
    await Promise.race([client?.end().catch(() => undefined), sleep(1_000, undefined, { ref: false })]);
  }

  private lost(): void {
    this.client = null;
    this.leads = false;
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.databaseUrl,
      application_name: 'odop-scheduler',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 8_000,
      options:
        '-c idle_session_timeout=15000 -c statement_timeout=5000 -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=2',
    });
    const forget = (): void => {
      if (this.client === client) this.lost();
    };
    client.on('error', forget);
    client.on('end', forget);
    await client.connect();
    return (this.client = client);
  }
}
