import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient } from '#platform/database';
import { grantsColumn } from './session-facts.query.js';

const row = z.object({
  maker_person_id: z.uuid(),
  organisation_id: z.uuid(),
  delegate_person_id: z.uuid(),
  scope: z.array(z.string()),
  is_live: z.boolean(),
  own_code_at: z.date().nullable(),
  grants: grantsColumn,
});
export type DelegationFacts = z.infer<typeof row>;

/** What a delegation stands for now. Not kept: its end is felt at once. */
@Injectable()
export class DelegationFactsQuery {
  constructor(private readonly reads: ReadClient) {}

  of(delegationId: string): Promise<DelegationFacts | null> {
    return this.reads.maybe(row, `select * from identity.delegation_facts($1)`, [delegationId]);
  }
}
