import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { mayDecide, type Office, type OfficerStep } from '../domain/entry-desk.js';
import { fail } from '../domain/odop.errors.js';

const officeRow = z.object({ kind: z.string(), district_id: z.uuid().nullable(), state_code: z.string().nullable() });

/** The office the caller acts for. */
@Injectable()
export class OfficesQuery {
  /** Null for the system and for who acts for none. */
  mine(tx: Tx): Promise<Office | null> {
    return tx.maybe(
      officeRow,
      `select kind, district_id, state_code from identity.v_organisation where organisation_id = $1 and state = 'active'`,
      [tx.actor.organisationId],
    );
  }

  /** @throws outside_your_desk (403) @rule S-42 */
  async assertMay(
    tx: Tx,
    step: OfficerStep,
    place: { district_id: string; state_code: string; district_name: string },
  ): Promise<void> {
    if (tx.actor.kind === 'system') return;
    if (!mayDecide(step, await this.mine(tx), place))
      throw fail('outside_your_desk', { step, place: place.district_name });
  }
}
