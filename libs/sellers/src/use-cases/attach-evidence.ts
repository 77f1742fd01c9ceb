import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { istDay } from '#platform/time';
import { PolicyQuery } from '#policy';
import { Papers } from '../data/evidence.repository.js';
import { Sellers } from '../data/sellers.repository.js';
import { assertAskedFor } from '../domain/application.js';
import type { Evidence } from '../domain/evidence.js';
import { readEvidence } from '../domain/read-evidence.js';
import { fail } from '../domain/seller.errors.js';
import { openToEvidence } from '../domain/seller.states.js';

@Injectable()
export class AttachEvidence {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly papers: Papers,
    private readonly policy: PolicyQuery,
  ) {}

  /** Adds a paper to an application, or puts it in the place of the earlier one of its kind. @rule */
  run(sellerId: string, given: Evidence): Promise<void> {
    return this.work.run(async (tx) => {
      const seller = await this.sellers.lockOwn(tx, sellerId);
      if (!openToEvidence(seller.state)) throw fail('evidence_closed', { state: seller.state });
      assertAskedFor(given.kind, seller.class);
      const landBorderEnds = istDay(this.policy.deadline('onboarding.land_border_months', tx.now));
      await this.papers.replace(tx, sellerId, readEvidence(given, tx.now, landBorderEnds));
      tx.audit({
        action: 'sellers.evidence_attached',
        object: { kind: 'seller', id: sellerId },
        after: { kind: given.kind },
      });
    });
  }
}
