import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { frozenValue } from '#policy';
import { Acceptances, type Acceptance } from '../data/acceptances.repository.js';
import { Contracts, partiesOf } from '../data/contracts.repository.js';
import { Officers, officerOf } from '../office.js';
import { assertInTime } from '../in-time.js';
import { fail } from '../procurement.errors.js';
import { GoodsReceived } from '../procurement.events.js';
import { Consignees } from './consignees.js';
import { acceptanceStates } from './acceptance.states.js';
import { deemedAcceptedAt } from './decide.js';
import { firstLook } from './reminders.js';

@Injectable()
export class ReceiveGoods {
  constructor(
    private readonly work: UnitOfWork,
    private readonly acceptances: Acceptances,
    private readonly contracts: Contracts,
    private readonly officers: Officers,
    private readonly consignees: Consignees,
  ) {}

  /**
   * The provisional receipt certificate: the consignee says that the goods are here. It fixes date and quantity,
   * not quality, and starts the clock for the acceptance.
   * @throws delivery_not_found · duties_not_separate · time_is_over · illegal_transition
   * @rule  
   */
  run(shipmentId: string): Promise<Acceptance> {
    return this.work.run(async (tx) => {
      const officer = officerOf(tx);
      const row = await this.acceptances.lock(tx, shipmentId);
      if (!(await this.consignees.is(tx, officer, row))) throw fail('delivery_not_found');
      const { demand_id } = await this.contracts.find(tx, row.contract_id);
      await this.officers.assertMay(tx, 'receive', demand_id);
      if (row.state === 'delivered') assertInTime(row.due_at, tx.now);
      return this.receive(tx, row, tx.now, officer.personId);
    });
  }

  /** Nobody certified in time: the day of delivery counts. Called by the clock. @rule */
  lapse(shipmentId: string): Promise<void> {
    return this.work.run((tx) => this.lapseIn(tx, shipmentId));
  }

  private async lapseIn(tx: Tx, shipmentId: string): Promise<void> {
    const row = await this.acceptances.lock(tx, shipmentId);
    if (row.state !== 'delivered' || row.due_at === null || row.due_at > tx.now) return;
    await this.receive(tx, row, row.delivered_at, null);
  }

  private async receive(tx: Tx, row: Acceptance, received_at: Date, personId: string | null): Promise<Acceptance> {
    const state = acceptanceStates.next(row.state, 'receive');
    const contract = await this.contracts.find(tx, row.contract_id);
    const due_at = deemedAcceptedAt(received_at, frozenValue(contract.policy, 'auto_crac_days'));
    tx.emit(GoodsReceived, { ...partiesOf(contract), automatic: personId === null });
    const received = { state, received_at, due_at, remind_at: firstLook(received_at) };
    return this.acceptances.write(tx, row, received, { received_by: personId });
  }
}
