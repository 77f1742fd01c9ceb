import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient, UnitOfWork } from '#platform/database';
import type { ReadKey } from '../domain/api-key.js';
import { bytes } from './rows.js';
import { grantsColumn } from './session-facts.query.js';

const row = z.object({
  organisation_id: z.uuid(),
  made_by: z.uuid(),
  scopes: z.array(z.string()),
  addresses: z.array(z.string()),
  is_live: z.boolean(),
  last_used_at: z.date().nullable(),
  secrets: z.array(bytes),
  grants: grantsColumn,
});
export type KeyFacts = z.infer<typeof row>;

/** "Last used" is kept to the minute, so that a busy key does not write at each request. */
const noted_ms = 60_000;

@Injectable()
export class KeyFactsQuery {
  constructor(
    private readonly reads: ReadClient,
    private readonly work: UnitOfWork,
  ) {}

  /** What a key stands for now; null when the secret is not one of its own. Revocation is felt at once. @rule S-39 */
  async of(key: ReadKey): Promise<KeyFacts | null> {
    const facts = await this.reads.maybe(row, `select * from identity.key_facts($1)`, [key.id]);
    const given = createHash('sha256').update(key.secret).digest();
    if (!facts?.secrets.some((hash) => timingSafeEqual(hash, given))) return null;
    return facts;
  }

  async noteUse(key: ReadKey, facts: KeyFacts): Promise<void> {
    if (facts.last_used_at !== null && Date.now() - facts.last_used_at.getTime() < noted_ms) return;
    await this.work.run((tx) =>
      tx.run(`update identity.api_key set last_used_at = clock_timestamp() where id = $1`, [key.id]),
    );
  }
}
