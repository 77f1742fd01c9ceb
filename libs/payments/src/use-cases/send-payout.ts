import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { platformOwner, PostTransfers } from '#ledger';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert, cause, namedId, type Cause } from '#platform/kernel';
import { paiseColumn } from '#platform/money';
import { minutesAfter } from '#platform/time';
import { PayoutsQuery } from '../data/payouts.query.js';
import { check_minutes } from '../domain/check-minutes.js';
import { PayoutFailed, PayoutPaid } from '../domain/payment.events.js';
import { payoutStates } from '../domain/payment.states.js';
import type { PayoutAccounts } from '../ports/payout-accounts.js';
import type { BankAccount, PayoutProvider, ProviderPayout } from '../ports/payout-provider.js';
import { ProviderRefused } from '../ports/provider-errors.js';
import { PAYOUT_ACCOUNTS, PAYOUT_PROVIDER } from '../ports/tokens.js';

const payoutRow = z.object({
  id: z.uuid(),
  cause_kind: cause.shape.kind,
  cause_id: z.uuid(),
  seller_id: z.uuid(),
  amount_paise: paiseColumn,
  state: z.enum(['scheduled', 'sent', 'failed', 'paid']),
});
type Payout = z.infer<typeof payoutRow>;

@Injectable()
export class SendPayout {
  constructor(
    private readonly work: UnitOfWork,
    private readonly postTransfers: PostTransfers,
    @Inject(PAYOUT_PROVIDER) private readonly bank: PayoutProvider,
    @Inject(PAYOUT_ACCOUNTS) private readonly accounts: PayoutAccounts,
    private readonly payouts: PayoutsQuery,
  ) {}

  /**
   * Claim, call, settle: the payout's id is the bank's key, so a payout is paid once however often this runs.
   * Without an account, or refused by the bank, it waits for the payments desk; while the maker's account was changed not
   * long ago it rests, and the clock takes it up again. Of a group's the parts of its members are written down with it.
   * @rule S-9
   */
  async run({ payoutId }: { payoutId: string }): Promise<void> {
    const claimed = await this.work.run(async (tx) => {
      const payout = await this.lock(tx, payoutId);
      if (payout.state === 'scheduled' && (await this.rests(tx, payout))) return null;
      return { payout, account: await this.accounts.of(tx, payout.seller_id) };
    });
    if (claimed === null) return;
    if (claimed.payout.state === 'paid' || claimed.payout.state === 'failed') return;
    const answer = await this.send(claimed.payout, claimed.account);
    await this.work.run((tx) => this.settle(tx, payoutId, answer));
  }

  private async rests(tx: Tx, payout: Payout): Promise<boolean> {
    const until = await this.accounts.restsUntil(tx, payout.seller_id);
    if (until === null) return false;
    await tx.run(`update payments.payout set check_at = $2 where id = $1`, [payout.id, until]);
    return true;
  }

  private async send(
    payout: Payout,
    account: BankAccount | null,
  ): Promise<Pick<ProviderPayout, 'status' | 'utr' | 'failure'>> {
    const known = await this.bank.status(payout.id);
    if (known !== null) {
      assert(known.amount_paise === payout.amount_paise, 'the bank pays exactly what was ordered');
      return known;
    }
    if (account === null) return { status: 'failed', utr: null, failure: 'no_bank_account' };
    try {
      const beneficiary = await this.bank.beneficiary(account);
      return await this.bank.transfer({
        payoutId: payout.id,
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
    const payout = await this.lock(tx, id);
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
    const paidCause: Cause = { kind: payout.cause_kind, id: payout.cause_id };
    await this.postTransfers.inside(tx, [
      {
        id: namedId('payout paid', payout.id),
        debit: { code: 'seller_payable', owner: payout.seller_id },
        credit: { code: 'bank', owner: platformOwner },
        amount_paise: payout.amount_paise,
        why: 'payout',
        cause: paidCause,
      },
    ]);
    tx.audit({
      action: 'payments.payout',
      object: { kind: 'payout', id: payout.id },
      before: { state: payout.state },
      after: { state },
    });
    const amount_paise = Number(payout.amount_paise);
    tx.emit(PayoutPaid, { payoutId: payout.id, sellerId: payout.seller_id, cause: paidCause, amount_paise, utr });
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

  private async lock(tx: Tx, id: string): Promise<Payout> {
    const payout = await tx.maybe(
      payoutRow,
      `select id, cause_kind, cause_id, seller_id, amount_paise, state from payments.payout where id = $1 for update`,
      [id],
    );
    assert(payout !== null, 'a payout job names a payout');
    return payout;
  }
}
