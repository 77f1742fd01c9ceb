import { Inject, Injectable } from '@nestjs/common';
import { HoldMoney, platformOwner, PostTransfers } from '#ledger';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { minutesAfter } from '#platform/time';
import { PayoutClocks } from '../data/payout-clocks.repository.js';
import { movementOf, Payouts, type Payout } from '../data/payouts.repository.js';
import { PayoutRoads } from '../data/payout-roads.repository.js';
import { PayoutsQuery } from '../data/payouts.query.js';
import { check_minutes } from '../domain/check-minutes.js';
import { PayoutFailed, PayoutPaid } from '../domain/payment.events.js';
import { payoutStates } from '../domain/payment.states.js';
import type { PayoutAccounts } from '../ports/payout-accounts.js';
import type { BankAccount, PayoutProvider, ProviderPayout } from '../ports/payout-provider.js';
import { ProviderRefused } from '../ports/provider-errors.js';
import { PAYOUT_ACCOUNTS, PAYOUT_PROVIDER } from '../ports/tokens.js';

@Injectable()
export class SendPayout {
  constructor(
    private readonly work: UnitOfWork,
    private readonly postTransfers: PostTransfers,
    private readonly holdMoney: HoldMoney,
    @Inject(PAYOUT_PROVIDER) private readonly bank: PayoutProvider,
    @Inject(PAYOUT_ACCOUNTS) private readonly accounts: PayoutAccounts,
    private readonly rows: Payouts,
    private readonly clocks: PayoutClocks,
    private readonly payouts: PayoutsQuery,
    private readonly roads: PayoutRoads,
  ) {}

  /**
   * Claim, call, settle: the payout's key is the bank's, so a payout is paid once however often this runs.
   * Without an account, or refused by the bank, it waits for the payments desk; while the maker's account was changed not
   * long ago it rests, and the clock takes it up again; while the desk holds her payouts it waits for the desk. Of a group's the parts of its members are written down with it.
   * While the settings name another provider than the one that was asked before, nobody is asked; the clock looks again.
   * @rule S-9
   */
  async run({ payoutId }: { payoutId: string }): Promise<void> {
    const claimed = await this.work.run(async (tx) => {
      const payout = await this.rows.lock(tx, payoutId);
      if (payout.state === 'scheduled' && (await this.rests(tx, payout))) return null;
      const isOpen = payout.state === 'scheduled' || payout.state === 'sent';
      if (isOpen && !(await this.roads.keep(tx, payout.key, this.bank.name))) {
        await this.lookAgain(tx, payout, minutesAfter(tx.now, check_minutes));
        return null;
      }
      return { payout, account: await this.accounts.of(tx, payout.seller_id) };
    });
    if (claimed === null) return;
    if (claimed.payout.state === 'paid' || claimed.payout.state === 'failed') return;
    const answer = await this.send(claimed.payout, claimed.account);
    await this.work.run((tx) => this.settle(tx, payoutId, answer));
  }

  private async rests(tx: Tx, payout: Payout): Promise<boolean> {
    // Who lets them go sets the clock of what waited.
    if (await this.clocks.isHeld(tx, payout.seller_id)) return true;
    const until = await this.accounts.restsUntil(tx, payout.seller_id);
    if (until === null) return false;
    await this.lookAgain(tx, payout, until);
    return true;
  }

  private async lookAgain(tx: Tx, payout: Payout, at: Date): Promise<void> {
    await tx.run(`update payments.payout set check_at = $2 where id = $1`, [payout.id, at]);
  }

  private async send(
    payout: Payout,
    account: BankAccount | null,
  ): Promise<Pick<ProviderPayout, 'status' | 'utr' | 'failure'>> {
    const known = await this.bank.status(payout.key);
    if (known !== null) {
      assert(known.amount_paise === payout.amount_paise, 'the bank pays exactly what was ordered');
      return known;
    }
    if (account === null) return { status: 'failed', utr: null, failure: 'no_bank_account' };
    try {
      const beneficiary = await this.bank.beneficiary(account, payout.seller_id);
      return await this.bank.transfer({
        payoutId: payout.key,
        beneficiary,
        amount_paise: payout.amount_paise,
        narration: 'ODOP BAZAAR',
      });
    } catch (error) {
      if (error instanceof ProviderRefused) return { status: 'failed', utr: null, failure: error.code };
      throw error;
    }
  }

  private async settle(tx: Tx, id: string, answer: Pick<ProviderPayout, 'status' | 'utr' | 'failure'>): Promise<void> {
    const payout = await this.rows.lock(tx, id);
    if (payout.state === 'paid' || payout.state === 'failed') return;
    if (answer.status === 'accepted') {
      const state = payout.state === 'scheduled' ? payoutStates.next(payout.state, 'send') : payout.state;
      await tx.run(`update payments.payout set state = $2, check_at = $3 where id = $1`, [
        id,
        state,
        minutesAfter(tx.now, check_minutes),
      ]);
      return;
    }
    if (answer.status !== 'paid') return this.giveUp(tx, payout, answer.failure ?? answer.status);
    await this.markPaid(tx, payout, answer.utr);
  }

  private async markPaid(tx: Tx, payout: Payout, utr: string | null): Promise<void> {
    assert(utr !== null, 'a paid payout has a bank reference');
    const state = payoutStates.next(payout.state, 'pay');
    await tx.run(`update payments.payout set state = $2, utr = $3, check_at = null, settled_at = $4 where id = $1`, [
      payout.id,
      state,
      utr,
      tx.now,
    ]);
    await this.payouts.keepParts(tx, payout);
    await this.moveMoney(tx, payout);
    tx.audit({
      action: 'payments.payout',
      object: { kind: 'payout', id: payout.id },
      before: { state: payout.state },
      after: { state },
    });
    const amount_paise = Number(payout.amount_paise);
    tx.emit(PayoutPaid, { payoutId: payout.id, sellerId: payout.seller_id, cause: payout.cause, amount_paise, utr });
  }

  /** What was held for it leaves. A payout older than holds has none. @rule S-2 */
  private async moveMoney(tx: Tx, payout: Payout): Promise<void> {
    const id = movementOf(payout.id);
    if (await this.holdMoney.has(tx, id)) return this.holdMoney.post(tx, id);
    await this.postTransfers.inside(tx, [
      {
        id,
        debit: { code: 'seller_payable', owner: payout.seller_id },
        credit: { code: 'bank', owner: platformOwner },
        amount_paise: payout.amount_paise,
        why: 'payout',
        cause: payout.cause,
      },
    ]);
  }

  private async giveUp(tx: Tx, payout: Payout, why: string): Promise<void> {
    const state = payoutStates.next(payout.state, 'fail');
    await tx.run(`update payments.payout set state = $2, failure = $3, check_at = null where id = $1`, [
      payout.id,
      state,
      why,
    ]);
    tx.audit({ action: 'payments.payout_failed', object: { kind: 'payout', id: payout.id }, after: { state, why } });
    tx.emit(PayoutFailed, { payoutId: payout.id, sellerId: payout.seller_id, why });
  }
}
