import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { PrintHouse } from '#platform/print';
import { istDay } from '#platform/time';
import { Acceptances } from '../data/acceptances.repository.js';
import { Bills } from '../data/bills.repository.js';
import { Contracts } from '../data/contracts.repository.js';
import { fail } from '../procurement.errors.js';
import { claimSheet, type Claim } from './claim.js';
import { PaymentClocks } from './payment-clock.js';

@Injectable()
export class PrintClaim {
  constructor(
    private readonly work: UnitOfWork,
    private readonly contracts: Contracts,
    private readonly acceptances: Acceptances,
    private readonly bills: Bills,
    private readonly clocks: PaymentClocks,
    private readonly press: PrintHouse,
  ) {}

  /**
   * The statement of a late payment, for the seller to claim with and for the office to answer: drawn when it is asked for, as of now.
   * @throws contract_not_found · nothing_to_pay · payment_in_time · PrinterDown (503)
   * @rule  S-42
   */
  async run(contractId: string): Promise<{ number: string; pdf: Buffer }> {
    const claim = await this.work.run((tx) => this.read(tx, contractId));
    const pdf = await this.press.print(claimSheet(claim, randomBytes(16).toString('hex')));
    return { number: claim.contract.number, pdf };
  }

  private async read(tx: Tx, contractId: string): Promise<Claim> {
    const contract = await this.contracts.find(tx, contractId);
    const clock = await this.clocks.inside(tx, contractId);
    if (clock.overdue_days === 0) throw fail('payment_in_time', { pay_by: istDay(clock.pay_by) });
    const acceptance = await this.acceptances.ofContract(tx, contractId);
    assert(acceptance, 'what is overdue was accepted');
    const name = await this.names(tx, [contract.seller_id, contract.office_id]);
    return {
      ...{ contract, acceptance, clock, at: tx.now },
      bill: await this.bills.ofContract(tx, contractId),
      seller: name(contract.seller_id),
      office: name(contract.office_id),
    };
  }

  private async names(tx: Tx, ids: readonly string[]): Promise<(id: string) => string> {
    const rows = await tx.many(
      z.object({ id: z.uuid(), name: z.string() }),
      `select organisation_id as id, name from identity.v_organisation where organisation_id = any($1::uuid[])`,
      [ids],
    );
    const names = new Map(rows.map((row) => [row.id, row.name]));
    return (id) => {
      const name = names.get(id);
      assert(name, 'the parties of a contract are registered');
      return name;
    };
  }
}
