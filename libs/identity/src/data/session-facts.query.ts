import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient } from '#platform/database';

/** Active grants, those of the organisation joined first standing first. */
export const grantsColumn = z.array(
  z.object({ organisationId: z.uuid(), role: z.string(), postId: z.uuid().nullable() }),
);

const row = z.object({
  person_id: z.uuid(),
  is_live: z.boolean(),
  second_factor_at: z.date().nullable(),
  own_code_at: z.date().nullable(),
  staff_id: z.uuid().nullable(),
  grants: grantsColumn,
});
export type Facts = z.infer<typeof row>;

/** Every change of rights or sign-ins is felt within this time, in every process (S-37 asks for 5 s). */
const trusted_ms = 2_000;
const kept_max = 10_000;

/** What a sign-in stands for just now: one statement, trusted for 2 s. */
@Injectable()
export class SessionFacts {
  private readonly kept = new Map<string, { until: number; facts: Promise<Facts | null> }>();

  constructor(private readonly reads: ReadClient) {}

  of(sessionId: string): Promise<Facts | null> {
    const known = this.kept.get(sessionId);
    if (known && known.until > Date.now()) return known.facts;
    const facts = this.reads.maybe(row, `select * from identity.session_facts($1)`, [sessionId]);
    if (this.kept.size >= kept_max) this.kept.clear();
    this.kept.set(sessionId, { until: Date.now() + trusted_ms, facts });
    facts.catch(() => this.kept.delete(sessionId));
    return facts;
  }

  /** Changes made by this process are felt by it at once. */
  forget(sessionIds: readonly string[]): void {
    for (const id of sessionIds) this.kept.delete(id);
  }

  forgetPerson(): void {
    this.kept.clear();
  }
}
