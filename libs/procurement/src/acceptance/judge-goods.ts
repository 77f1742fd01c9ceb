import { Injectable } from '@nestjs/common';
import { PostTransfers } from '#ledger';
import { UnitOfWork, type Tx } from '#platform/database';
import { namedId } from '#platform/kernel';
import { Acceptances, type Acceptance } from '../data/acceptances.repository.js';
import { Contracts, partiesOf } from '../data/contracts.repository.js';
import { Officers, officerOf } from '../office.js';
import { fail } from '../procurement.errors.js';
import { GoodsJudged } from '../procurement.events.js';
import { Consignees } from './consignees.js';
import { acceptanceStates } from './acceptance.states.js';
import { decide, type Counted } from './decide.js';

@Injectable()
export class JudgeGoods {
  constructor(
    private readonly work: UnitOfWork,
    private readonly acceptances: Acceptances,
    private readonly contracts: Contracts,
    private readonly officers: Officers,
    private readonly consignees: Consignees,
    private readonly postTransfers: PostTransfers,
  ) {}

  /**
   * The receipt and acceptance certificate: how many pieces are accepted, rejected, missing, and why.
   * From here the office owes the accepted value.
   * @throws delivery_not_found · duties_not_separate · certificate_does_not_add_up · reason_needed · illegal_transition
   * @rule   
   */
  run(shipmentId: string, counted: Counted, reason: string | null): Promise<Acceptance> {
    return this.work.run(async (tx) => {
      const officer = officerOf(tx);
      const row = await this.acceptances.lock(tx, shipmentId);
      if (!(await this.consignees.is(tx, officer, row))) throw fail('delivery_not_found');
      const { demand_id } = await this.contracts.find(tx, row.contract_id);
      await this.officers.assertMay(tx, 'accept', demand_id);
      const step = decide(row.ordered, counted);
      if (step !== 'accept_full' && reason === null) throw fail('reason_needed');
      return this.judge(tx, row, step, counted, officer.personId, reason);
    });
  }

  /** No certificate in time: the goods count as accepted and can no longer be rejected. Called by the clock. @rule */
  lapse(shipmentId: string): Promise<void> {
    return this.work.run((tx) => this.lapseIn(tx, shipmentId));
  }

  private async lapseIn(tx: Tx, shipmentId: string): Promise<void> {
    const row = await this.acceptances.lock(tx, shipmentId);
    if (row.state !== 'received' || row.due_at === null || row.due_at > tx.now) return;
    await this.judge(tx, row, 'deem', { accepted: row.ordered, rejected: 0, short: 0 }, null, null);
  }

  private async judge(
    tx: Tx,
    row: Acceptance,
    step: 'accept_full' | 'accept_part' | 'reject' | 'deem',
    counted: Counted,
    personId: string | null,
    reason: string | null,
  ): Promise<Acceptance> {
    const state = acceptanceStates.next(row.state, step);
    const contract = await this.contracts.lock(tx, row.contract_id);
    await this.contracts.move(tx, contract, 'settle');
    const accepted_paise = contract.unit_price_paise * BigInt(counted.accepted);
    if (accepted_paise > 0n) {
      await this.postTransfers.inside(tx, [
        {
          id: namedId('goods accepted', row.shipment_id),
          debit: { code: 'government_due', owner: contract.office_id },
          credit: { code: 'seller_due_from_government', owner: contract.seller_id },
          amount_paise: accepted_paise,
          why: 'goods_accepted',
          cause: { kind: 'contract', id: contract.id },
        },
      ]);
    }
    const automatic = personId === null;
    tx.emit(GoodsJudged, { ...partiesOf(contract), state, accepted_paise: Number(accepted_paise), automatic });
    const judged = { state, ...counted, reason, judged_at: tx.now, due_at: null };
    return this.acceptances.write(tx, row, judged, { judged_by: personId });
  }
}
