import { Injectable } from '@nestjs/common';
import { PostTransfers } from '#ledger';
import { UnitOfWork, type Tx } from '#platform/database';
import { namedId } from '#platform/kernel';
import { Acceptances, type Acceptance } from '../data/acceptances.repository.js';
import { Contracts, partiesOf } from '../data/contracts.repository.js';
import { Incidents } from '../data/incidents.repository.js';
import { Officers, officerOf } from '../office.js';
import { FundsAccount } from '../funds-account.js';
import { assertInTime } from '../in-time.js';
import { fail } from '../procurement.errors.js';
import { GoodsJudged } from '../procurement.events.js';
import { Consignees } from './consignees.js';
import { acceptanceStates } from './acceptance.states.js';
import { decide, type Counted } from './decide.js';
import { firstLook } from './reminders.js';

interface Verdict {
  step: 'accept_full' | 'accept_part' | 'reject' | 'deem';
  counted: Counted;
  reason: string | null;
  /** Null: nobody spoke in time. */
  judgedBy: string | null;
  /** From when it counts: the clock's own hour when nobody spoke, however late its job comes by. */
  at: Date;
}

@Injectable()
export class JudgeGoods {
  constructor(
    private readonly work: UnitOfWork,
    private readonly acceptances: Acceptances,
    private readonly contracts: Contracts,
    private readonly officers: Officers,
    private readonly consignees: Consignees,
    private readonly postTransfers: PostTransfers,
    private readonly funds: FundsAccount,
    private readonly incidents: Incidents,
  ) {}

  /**
   * The receipt and acceptance certificate: how many pieces are accepted, rejected, missing, and why.
   * From here the office owes the accepted value.
   * @throws delivery_not_found · duties_not_separate · time_is_over · certificate_does_not_add_up · reason_needed · illegal_transition
   * @rule   
   */
  run(shipmentId: string, counted: Counted, reason: string | null): Promise<Acceptance> {
    return this.work.run(async (tx) => {
      const officer = officerOf(tx);
      const row = await this.acceptances.lock(tx, shipmentId);
      if (!(await this.consignees.is(tx, officer, row))) throw fail('delivery_not_found');
      const { demand_id } = await this.contracts.find(tx, row.contract_id);
      await this.officers.assertMay(tx, 'accept', demand_id);
      if (row.state === 'received' && !(await this.incidents.waitsOver(tx, row.contract_id)))
        assertInTime(row.due_at, tx.now);
      const step = decide(row.ordered, counted);
      if (step !== 'accept_full' && reason === null) throw fail('reason_needed');
      return this.judge(tx, row, { step, counted, reason, judgedBy: officer.personId, at: tx.now });
    });
  }

  /**
   * No certificate in time: the goods count as accepted and can no longer be rejected, unless an incident over them is open;
   * then when it is decided. Called by the clock.
   * @rule
   */
  lapse(shipmentId: string): Promise<void> {
    return this.work.run((tx) => this.lapseIn(tx, shipmentId));
  }

  private async lapseIn(tx: Tx, shipmentId: string): Promise<void> {
    const row = await this.acceptances.lock(tx, shipmentId);
    if (row.state !== 'received' || row.due_at === null || row.due_at > tx.now) return;
    if (await this.incidents.waitsOver(tx, row.contract_id)) return;
    const counted = { accepted: row.ordered, rejected: 0, short: 0 };
    await this.judge(tx, row, { step: 'deem', counted, reason: null, judgedBy: null, at: row.due_at });
  }

  private async judge(tx: Tx, row: Acceptance, verdict: Verdict): Promise<Acceptance> {
    const { step, counted, reason, judgedBy } = verdict;
    const state = acceptanceStates.next(row.state, step);
    const contract = await this.contracts.lock(tx, row.contract_id);
    await this.contracts.move(tx, contract, step === 'reject' ? 'reject' : 'settle', reason ?? undefined);
    const accepted_paise = contract.unit_price_paise * BigInt(counted.accepted);
    await this.funds.free(tx, contract, contract.total_paise - accepted_paise);
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
    const automatic = judgedBy === null;
    tx.emit(GoodsJudged, { ...partiesOf(contract), state, accepted_paise: Number(accepted_paise), automatic });
    const remind_at = accepted_paise > 0n ? firstLook(verdict.at) : null;
    const judged = { state, ...counted, reason, judged_at: verdict.at, due_at: null, remind_at };
    return this.acceptances.write(tx, row, judged, { judged_by: judgedBy });
  }
}
