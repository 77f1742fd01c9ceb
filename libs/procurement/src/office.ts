import { Injectable } from '@nestjs/common';
import { AssertSeparation, type PurchaseAct } from '#identity';
import type { Tx } from '#platform/database';
import { PurchaseActsQuery } from './data/purchase-acts.query.js';
import { fail } from './procurement.errors.js';

/** A person and the office she acts for. */
export interface Officer {
  personId: string;
  officeId: string;
}

/** The person and the office she acts for. @throws acts_without_office @rule */
export function officerOf(tx: Tx): Officer {
  const { personId, organisationId } = tx.actor;
  if (!personId || !organisationId) throw fail('acts_without_office');
  return { personId, officeId: organisationId };
}

@Injectable()
export class Officers {
  constructor(
    private readonly acts: PurchaseActsQuery,
    private readonly separation: AssertSeparation,
  ) {}

  /**
   * Before each act of a purchase: the officer's roles go together, and she did none of the earlier acts on this very
   * purchase that exclude this one. Which acts those are, identity's table of separation says.
   * @param demandId  the purchase; null while its demand is being raised
   * @throws acts_without_office · duties_not_separate · acts_not_separate
   * @rule S-28
   */
  async assertMay(tx: Tx, act: PurchaseAct, demandId: string | null): Promise<void> {
    officerOf(tx);
    await this.separation.inside(tx, act, demandId === null ? [] : await this.acts.of(tx, demandId));
  }
}
