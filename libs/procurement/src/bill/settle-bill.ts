import { Inject, Injectable } from '@nestjs/common';
import { PostTransfers } from '#ledger';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert, namedId } from '#platform/kernel';
import { PayoutAccountsQuery } from '#sellers';
import { Bills, type Bill } from '../data/bills.repository.js';
import { Contracts, partiesOf } from '../data/contracts.repository.js';
import { Demands } from '../data/demands.repository.js';
import { FUNDS_RAIL, FundsRefused, type BillPayment, type FundsRail } from '../ports/funds.js';
import { FundsAccount } from '../funds-account.js';
import { BillPaid } from '../procurement.events.js';

@Injectable()
export class SettleBill {
  constructor(
    private readonly work: UnitOfWork,
    private readonly bills: Bills,
    private readonly contracts: Contracts,
    private readonly demands: Demands,
    private readonly accounts: PayoutAccountsQuery,
    private readonly postTransfers: PostTransfers,
    private readonly funds: FundsAccount,
    @Inject(FUNDS_RAIL) private readonly rail: FundsRail,
  ) {}

  /**
   * Claim, call, settle: the bill and its attempt are the rail's key, so a bill is paid once however often this runs. While the rail
   * works on it the job fails and comes back; a refusal returns the bill to the paying authority with the reason.
   * @rule S-7 S-13
   */
  async run({ billId, attempt }: { billId: string; attempt: number }): Promise<void> {
    const order = await this.work.run(async (tx) => {
      const bill = await this.bills.lock(tx, billId);
      const contract = await this.contracts.find(tx, bill.contract_id);
      const demand = await this.demands.find(tx, contract.demand_id);
      return { bill, demand, account: await this.accounts.of(tx, bill.seller_id) };
    });
    if (order.bill.state !== 'sent' || order.bill.payment_attempt !== attempt) return;
    const outcome = await this.pay(order.bill, order.demand, order.account);
    if (outcome.status === 'processing') throw new Error('the payer works on it; ask again');
    // Part of the money has moved: nothing may be sent again before the payments desk has looked (dead letter).
    if (outcome.status === 'partly_paid')
      throw new Error(`the payer paid only a part: ${outcome.reason ?? 'no reason given'}`);
    // No refusal: sent again, the bill would be paid twice.
    if (outcome.status === 'paid' && outcome.advice === null)
      throw new Error('the payer paid, but its advice is missing; ask again');
    await this.work.run((tx) => this.settle(tx, billId, attempt, outcome));
  }

  private async pay(
    bill: Bill,
    demand: { rail: 'pfms' | 'gpa' | 'treasury'; funds_block: string | null },
    account: { holder: string; accountNumber: string; ifsc: string } | null,
  ): Promise<BillPayment> {
    const refused = (reason: string): BillPayment => ({ paymentId: '', status: 'refused', reason, advice: null });
    const key = `${bill.id}-${bill.payment_attempt}`;
    // Her new account may still be looked at while the rail works on the order to the old one.
    if (account === null) return (await this.rail.find({ key, billNumber: bill.number })) ?? refused('no_bank_account');
    try {
      return await this.rail.pay({
        key,
        rail: demand.rail,
        block: demand.funds_block,
        billNumber: bill.number,
        gross_paise: bill.gross_paise,
        deductions: bill.damages_paise > 0n ? [{ code: 'LD', amount_paise: bill.damages_paise }] : [],
        beneficiary: account,
      });
    } catch (error) {
      if (error instanceof FundsRefused) return refused(error.code);
      throw error;
    }
  }

  private async settle(tx: Tx, billId: string, attempt: number, outcome: BillPayment): Promise<void> {
    const bill = await this.bills.lock(tx, billId);
    // An answer to an earlier attempt says nothing about this one.
    if (bill.state !== 'sent' || bill.payment_attempt !== attempt) return;
    if (outcome.status !== 'paid' || outcome.advice === null) {
      await this.bills.move(tx, bill, 'refuse', { sent_by: null, refusal: outcome.reason ?? outcome.status });
      return;
    }
    const { voucher, utr, paid_paise } = outcome.advice;
    assert(paid_paise === bill.net_paise, 'the payer paid exactly the net of the bill');
    await this.bills.move(tx, bill, 'advise', { payment_id: outcome.paymentId, voucher, utr, paid_at: tx.now });
    await this.post(tx, bill);
    await this.funds.spend(tx, bill);
    const contract = await this.contracts.lock(tx, bill.contract_id);
    await this.contracts.move(tx, contract, 'complete');
    await this.demands.move(tx, await this.demands.lock(tx, contract.demand_id), 'fulfil');
    tx.emit(BillPaid, { ...partiesOf(contract), billId, paid_paise: Number(paid_paise), utr });
  }

  /** What the office owed is paid, and what it kept for delay is no longer owed. */
  private async post(tx: Tx, bill: Bill): Promise<void> {
    const parts = [
      { what: 'bill paid', amount_paise: bill.net_paise, why: 'bill_paid' as const },
      { what: 'bill deduction', amount_paise: bill.damages_paise, why: 'deduction' as const },
    ];
    await this.postTransfers.inside(
      tx,
      parts
        .filter((part) => part.amount_paise > 0n)
        .map(({ what, amount_paise, why }) => ({
          id: namedId(what, bill.id),
          debit: { code: 'seller_due_from_government', owner: bill.seller_id },
          credit: { code: 'government_due', owner: bill.office_id },
          amount_paise,
          why,
          cause: { kind: 'bill', id: bill.id },
        })),
    );
  }
}
