import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { Acceptances } from '../data/acceptances.repository.js';
import { Bills, type Bill } from '../data/bills.repository.js';
import { Contracts, type Contract } from '../data/contracts.repository.js';
import { nextNumber } from '../data/numbers.js';
import { BillEntity } from '../data/procurement.entity.js';
import { Officers, officerOf } from '../office.js';
import { fail } from '../procurement.errors.js';
import { amountDue } from './amount-due.js';
import { billStates } from './bill.states.js';

@Injectable()
export class RaiseBill {
  constructor(
    private readonly work: UnitOfWork,
    private readonly contracts: Contracts,
    private readonly officers: Officers,
    private readonly acceptances: Acceptances,
    private readonly bills: Bills,
  ) {}

  /**
   * The bill of a contract from its certificate: accepted value less damages for delay, each shown.
   * @throws contract_not_found · duties_not_separate · already_billed · nothing_to_pay
   * @rule   
   */
  run(contractId: string): Promise<Bill> {
    return this.work.run(async (tx) => {
      const { personId, officeId } = officerOf(tx);
      const contract = await this.contracts.lock(tx, contractId);
      if (contract.office_id !== officeId) throw fail('contract_not_found');
      await this.officers.assertMay(tx, 'raise_bill', contract.demand_id);
      if ((await tx.run(`select 1 from procurement.bill where contract_id = $1`, [contract.id])) > 0)
        throw fail('already_billed');
      const id = newId();
      await tx.insert(BillEntity, {
        id,
        number: await nextNumber(tx, 'bill'),
        contract_id: contract.id,
        office_id: contract.office_id,
        seller_id: contract.seller_id,
        state: billStates.initial,
        ...(await this.amounts(tx, contract)),
        raised_by: personId,
        certified_by: null,
        sent_by: null,
        payment_attempt: 0,
        payment_id: null,
        refusal: null,
        voucher: null,
        utr: null,
        made_at: tx.now,
        paid_at: null,
        check_at: null,
      });
      tx.audit({
        action: 'procurement.bill.raise',
        object: { kind: 'bill', id },
        after: { state: billStates.initial },
      });
      return this.bills.lock(tx, id);
    });
  }

  private async amounts(tx: Tx, contract: Contract) {
    const due = amountDue(contract, await this.acceptances.ofContract(tx, contract.id));
    return {
      gross_paise: due.gross_paise.toString(),
      damages_paise: due.damages_paise.toString(),
      net_paise: due.net_paise.toString(),
      late_days: due.late_days,
      pay_by: due.pay_by,
    };
  }
}
