import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import { databaseConfig } from '#platform/database';
import { log } from '#platform/observability';
import { isShared, limitNames, limitsConfig, type LimitName, type Quota } from './policies.js';

/** Where a caller stands with a quota after this request. */
export interface Standing {
  policy: LimitName;
  quota: Quota;
  left: number;
  /** Seconds until the quota is whole again. */
  reset_s: number;
  refused: boolean;
}

/** Counts requests against named quotas. When the shared store is away, each process counts alone: nobody is locked out. @rule S-51 */
@Injectable()
export class RateLimits implements OnApplicationShutdown {
  private readonly pool = new pg.Pool({
    connectionString: databaseConfig().DATABASE_URL,
    application_name: 'odop-limits',
    max: 2,
    connectionTimeoutMillis: limitsConfig().RATE_LIMITS_PATIENCE_MS,
    statement_timeout: limitsConfig().RATE_LIMITS_PATIENCE_MS,
    query_timeout: limitsConfig().RATE_LIMITS_PATIENCE_MS,
  });
  private readonly limiters = new Map<LimitName, RateLimiterAbstract>(
    limitNames.map((name) => [name, this.limiter(name, limitsConfig().RATE_LIMITS.get(name)!)]),
  );

  constructor() {
    this.pool.on('error', (error) => log.warn({ err: error.message }, 'rate limit store lost'));
  }

  /** Counts one request of `caller`. */
  async count(policy: LimitName, caller: string): Promise<Standing> {
    try {
      return this.standing(policy, await this.limiters.get(policy)!.consume(caller), false);
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return this.standing(policy, refusal, true);
      throw refusal;
    }
  }

  /** Whether `caller` has used the quota up, without counting. Only of quotas kept in this process. */
  async isUsedUp(policy: 'default', caller: string): Promise<Standing | null> {
    const now = await this.limiters.get(policy)!.get(caller);
    return now !== null && now.remainingPoints <= 0 && now.consumedPoints > this.quota(policy).requests
      ? this.standing(policy, now, true)
      : null;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  private quota(policy: LimitName): Quota {
    return limitsConfig().RATE_LIMITS.get(policy)!;
  }

  private standing(policy: LimitName, counted: RateLimiterRes, refused: boolean): Standing {
    const reset_s = Math.max(1, Math.ceil(counted.msBeforeNext / 1000));
    return { policy, quota: this.quota(policy), left: Math.max(0, counted.remainingPoints), reset_s, refused };
  }

  private limiter(name: LimitName, { requests, window_s }: Quota): RateLimiterAbstract {
    const alone = new RateLimiterMemory({ keyPrefix: name, points: requests, duration: window_s });
    if (!isShared(name)) return alone;
    return new RateLimiterPostgres({
      // Unnamed statements: named ones would trip a pooler in transaction mode (S-82).
      storeClient: { query: ({ text, values }: pg.QueryConfig) => this.pool.query(text, values) },
      storeType: 'pool',
      schemaName: 'platform',
      tableName: 'rate_limit',
      tableCreated: true,
      keyPrefix: name,
      points: requests,
      duration: window_s,
      inMemoryBlockOnConsumed: requests + 1,
      insuranceLimiter: alone,
    });
  }
}
