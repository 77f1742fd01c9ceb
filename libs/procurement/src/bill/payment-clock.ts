import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { daysAfter, istDay } from '#platform/time';
import { frozenValue, PolicyQuery } from '#policy';
import { sumPaise, type Paise } from '#platform/money';
import { Acceptances } from '../data/acceptances.repository.js';
import { Bills } from '../data/bills.repository.js';
import { Contracts, type Contract } from '../data/contracts.repository.js';
import { amountDue, type AmountDue } from './amount-due.js';
import { penalInterest, supplierInterest, type InterestMonth, type PenalTerms } from './late-payment.js';
import { lateDays } from './liquidated-damages.js';

/** Interest the law gives to a micro or small supplier; shown, and claimed by her outside: no payer is charged it here. */
export interface SupplierClaim {
  size: 'micro' | 'small';
  /** The last day on which payment is in time for her, `YYYY-MM-DD`. */
  last_day: string;
  months: readonly InterestMonth[];
  interest_paise: Paise;
}

/** What became of a contract's money: what is due since when, and what its lateness costs by now, or cost when it was paid. */
export interface PaymentClock extends AmountDue {
  contract_id: string;
  paid_at: Date | null;
  utr: string | null;
  /** Days by which the money is late. */
  overdue_days: number;
  /** Null for contracts of before the rule. */
  penal: (PenalTerms & { interest_paise: Paise }) | null;
  supplier: SupplierClaim | null;
}

@Injectable()
export class PaymentClocks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly contracts: Contracts,
    private readonly acceptances: Acceptances,
    private readonly bills: Bills,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * For the seller and for the office alike, from the certificate on.
   * @throws contract_not_found · nothing_to_pay
   * @rule  
   */
  of(contractId: string): Promise<PaymentClock> {
    return this.work.run((tx) => this.inside(tx, contractId));
  }

  /** @throws contract_not_found · nothing_to_pay */
  async inside(tx: Tx, contractId: string): Promise<PaymentClock> {
    const contract = await this.contracts.find(tx, contractId);
    const due = amountDue(contract, await this.acceptances.ofContract(tx, contractId));
    const bill = await this.bills.ofContract(tx, contractId);
    const until = bill?.paid_at ?? tx.now;
    const overdue_days = lateDays(due.pay_by, until);
    return {
      ...due,
      contract_id: contractId,
      ...{ paid_at: bill?.paid_at ?? null, utr: bill?.utr ?? null, overdue_days },
      penal: this.penal(contract, due.net_paise, overdue_days),
      supplier: this.supplier(contract, due, until),
    };
  }

  /** By the rate of the day of the contract. @rule */
  private penal(contract: Contract, amount_paise: Paise, overdue_days: number): PaymentClock['penal'] {
    const audience = { buyerOrg: contract.office_id };
    const per_month_bp = this.policy.maybe('pay.penal_pct_month', contract.made_at, audience);
    if (per_month_bp === undefined) return null;
    const terms = { per_month_bp, month_days: this.policy.at('pay.penal_month_days', contract.made_at, audience) };
    return { ...terms, interest_paise: penalInterest(amount_paise, overdue_days, terms) };
  }

  /** Of her whom a register had proved to be micro or small when the contract was made. @rule  */
  private supplier(contract: Contract, due: AmountDue, until: Date): SupplierClaim | null {
    const size = contract.seller_preferences.find(({ flag }) => flag === 'mse')?.size;
    if (size !== 'micro' && size !== 'small') return null;
    const agreed_days = frozenValue(contract.policy, 'pay.days_after_crac');
    const longest_days = this.policy.at('msmed.agreed_days_max', contract.made_at);
    const last_day = istDay(daysAfter(due.accepted_at, Math.min(agreed_days, longest_days)));
    const yearlyRate = (day: string) => {
      const at = new Date(`${day}T12:00:00+05:30`);
      return this.policy.at('rbi.bank_rate_bp', at) * this.policy.at('msmed.rate_multiple', at);
    };
    const months = supplierInterest(due.net_paise, last_day, istDay(until), yearlyRate);
    return { size, last_day, months, interest_paise: sumPaise(months.map(({ interest_paise }) => interest_paise)) };
  }
}
