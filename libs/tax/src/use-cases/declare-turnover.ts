import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { assert } from '#platform/kernel';
import type { Paise } from '#platform/money';
import { PolicyQuery } from '#policy';
import { EInvoices } from '../data/e-invoices.repository.js';

/** What is known of a maker's turnover, and what follows from it. */
export interface KnownTurnover {
  turnover_paise: Paise;
  /** Invoices to registered buyers are told to the government's portal. */
  isAboveThreshold: boolean;
}

@Injectable()
export class DeclareTurnover {
  constructor(
    private readonly work: UnitOfWork,
    private readonly eInvoices: EInvoices,
    private readonly policy: PolicyQuery,
  ) {}

  /** A maker says what her highest turnover of a year since 2017-18 was, here and elsewhere. @rule */
  run(turnover_paise: Paise): Promise<KnownTurnover> {
    return this.work.run(async (tx) => {
      const { organisationId } = tx.actor;
      assert(organisationId !== null, 'a maker acts for her shop');
      await tx.run(
        `insert into tax.maker_turnover (seller_id, turnover_paise, declared_at) values ($1, $2, $3)
         on conflict (seller_id) do update set turnover_paise = $2, declared_at = $3`,
        [organisationId, turnover_paise.toString(), tx.now],
      );
      tx.audit({ action: 'tax.turnover_declared', object: { kind: 'organisation', id: organisationId } });
      const known = await this.eInvoices.turnover(tx, organisationId);
      return { turnover_paise: known, isAboveThreshold: known > this.policy.at('einvoice.threshold', tx.now) };
    });
  }
}
