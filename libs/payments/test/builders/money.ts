import { z } from 'zod';
import { BalanceQuery, platformOwner, type AccountCode } from '#ledger';
import { UnitOfWork, type Tx } from '#platform/database';
import { anonymousActor, newId, type Cause } from '#platform/kernel';
import { BankSimulator, PaymentProviderSimulator, signLikeStripe } from '#platform/simulators';
import { asOwner, boot, personActor, type Booted } from '#platform/testing';
import { PayoutAccountsQuery } from '#sellers';
import { endWithInvariants } from '../../../../test/support/invariants.js';
import {
  EndPayment,
  FollowPayout,
  PaymentsModule,
  RecordGatewayNotice,
  RequestPayment,
  RequestRefund,
  SchedulePayout,
  SendPayout,
  SendRefund,
  SettleDispute,
  SettlePayment,
  SettleRefund,
  StartPayment,
  type StartedPayment,
} from '../../src/index.js';

const secretKey = 'sk_test_money';
const webhookSecret = 'whsec_c2VjcmV0';
/** Its last digits tell the simulated bank how to behave. */
export const goodAccount = { holder: 'Meena Devi', accountNumber: '300000001', ifsc: 'SBIN0001234' };

const jobRow = z.object({ name: z.string(), payload: z.record(z.string(), z.unknown()) });
const found = z.record(z.string(), z.unknown());

/** A payment that was asked for, and the intent its shopper pays at the provider. */
export interface Asked {
  paymentId: string;
  cause: Cause;
  payerId: string;
  amount_paise: bigint;
}

/** The payments module on this worker's database, between a simulated provider and a simulated bank. */
export class Money {
  readonly provider = new PaymentProviderSimulator();
  readonly bank = new BankSimulator();
  /** Where makers want their money; a maker without an entry has the good account, null is none. */
  readonly accounts = new Map<string, typeof goodAccount | null>();
  /** Until when payouts to a maker rest. */
  readonly rests = new Map<string, Date>();
  app!: Booted;

  async open(
    imports: Parameters<typeof boot>[0] = [PaymentsModule],
    payouts: 'bank' | 'bank-file' | 'stripe-connect' = 'bank',
  ): Promise<void> {
    await this.provider.start({ secretKey, webhookSecret, webhooks: 'when_told' });
    await this.bank.start({ secretKey });
    Object.assign(process.env, {
      STRIPE_SECRET_KEY: secretKey,
      STRIPE_WEBHOOK_SECRET: webhookSecret,
      STRIPE_API_BASE: this.provider.url,
      BANK_URL: this.bank.url,
      BANK_KEY: secretKey,
      PAYOUT_PROVIDER: payouts,
    });
    this.app = await boot(imports);
    // The maker's account is another module's business: a port of payments.
    this.app.get(PayoutAccountsQuery).of = async (_tx: Tx, sellerId: string) =>
      this.accounts.has(sellerId) ? this.accounts.get(sellerId)! : goodAccount;
    this.app.get(PayoutAccountsQuery).restsUntil = async (tx: Tx, sellerId: string) => {
      const until = this.rests.get(sellerId);
      return until && until > tx.now ? until : null;
    };
    await asOwner(`delete from platform.outbox`);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.provider.stop();
    await this.bank.stop();
    await endWithInvariants();
  }

  tx<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.app.asSystem(() => this.app.get(UnitOfWork).run(work));
  }

  async asked(amount_paise = 145_000n, cause: Cause = { kind: 'checkout', id: newId() }): Promise<Asked> {
    const payerId = newId();
    const wanted = { cause, payerId, amount_paise, description: 'ODOP Bazaar ODB-R-test' };
    const { paymentId } = await this.tx((tx) => this.app.get(RequestPayment).inside(tx, wanted));
    return { paymentId, cause, payerId, amount_paise };
  }

  /** The shopper opens her payment. */
  starts(asked: Pick<Asked, 'payerId' | 'cause'>): Promise<StartedPayment> {
    const shopper = personActor({ personId: asked.payerId });
    return this.app.as(shopper, () => this.app.get(StartPayment).run(asked.cause));
  }

  /** An open payment, with the provider's id of it. */
  async started(amount_paise?: bigint): Promise<Asked & { intent: string }> {
    const asked = await this.asked(amount_paise);
    return { ...asked, intent: intentOf(await this.starts(asked)) };
  }

  /** A payment whose money is here. */
  async captured(amount_paise?: bigint): Promise<Asked & { intent: string }> {
    const started = await this.started(amount_paise);
    this.provider.pay(started.intent);
    await this.settle(started.intent);
    return started;
  }

  settle(providerPaymentId: string): Promise<void> {
    return this.app.asSystem(() => this.app.get(SettlePayment).run({ providerPaymentId }));
  }

  refund(of: Asked, amount_paise: bigint, refundId = newId()): Promise<string> {
    const wanted = { refundId, amount_paise, reason: 'test' };
    return this.tx((tx) => this.app.get(RequestRefund).inside(tx, of.cause, wanted)).then(() => refundId);
  }

  payout(of: Asked, amount_paise: bigint, cause: Cause = { kind: 'order', id: newId() }, sellerId = newId()) {
    const order = { cause, paidFor: of.cause, sellerId, amount_paise };
    return this.tx((tx) => this.app.get(SchedulePayout).inside(tx, order));
  }

  /** A notice as the provider signs it, handed in `times` times. */
  async notice(event: { id: string; type: string; data: unknown }, times = 1): Promise<void> {
    const body = JSON.stringify({ object: 'event', livemode: false, created: now_s(), ...event });
    for (let i = 0; i < times; i++) await this.handIn(body);
  }

  handIn(body: string, headers = signLikeStripe({ id: 'x', body }, webhookSecret, now_s())): Promise<unknown> {
    return this.app.as(anonymousActor, () => this.app.get(RecordGatewayNotice).run(Buffer.from(body), headers));
  }

  /** The provider's notices about an object, oldest first, as it would send them. */
  noticesAbout(objectId: string) {
    return this.provider.books.events.all().filter((event) => (event.data.object as { id: string }).id === objectId);
  }

  /** Does the jobs that are waiting, each so often, as a killed worker would have it; and those they leave behind. */
  async work(times = 2): Promise<void> {
    for (;;) {
      const rows = jobRow
        .array()
        .parse(await asOwner(`delete from platform.outbox where kind = 'job' returning name, payload`));
      if (rows.length === 0) return;
      for (const row of rows) for (let i = 0; i < times; i++) await this.job(row.name, row.payload);
    }
  }

  job(name: string, payload: unknown): Promise<void> {
    const { app } = this;
    const does: Record<string, (p: never) => Promise<void>> = {
      'payments.settle-payment': (p) => app.get(SettlePayment).run(p),
      'payments.end-payment': (p) => app.get(EndPayment).run(p),
      'payments.settle-refund': (p) => app.get(SettleRefund).run(p),
      'payments.settle-dispute': (p) => app.get(SettleDispute).run(p),
      'payments.send-refund': (p) => app.get(SendRefund).run(p),
      'payments.send-payout': (p) => app.get(SendPayout).run(p),
      'payments.follow-payout': (p) => app.get(FollowPayout).run(p),
    };
    return does[name] === undefined ? Promise.resolve() : app.asSystem(() => does[name]!(payload as never));
  }

  /** A row of the module's own table. */
  async row(table: 'payment' | 'refund' | 'payout' | 'dispute', id: string) {
    const key = table === 'dispute' ? 'provider_id' : 'id';
    const [row] = await this.tx((tx) =>
      tx.many(found, `select * from payments.${table} where ${key}::text = $1`, [id]),
    );
    return found.parse(row);
  }

  /** Names of the news about a payment, in the order in which it was told. */
  async news(paymentId: string): Promise<string[]> {
    const sql = `select name from platform.outbox where kind = 'event' and payload->>'paymentId' = $1 order by id`;
    return (await asOwner<{ name: string }>(sql, [paymentId])).map((row) => row.name);
  }

  balance(code: AccountCode, owner = platformOwner): Promise<bigint> {
    return this.tx((tx) => this.app.get(BalanceQuery).of(tx, { code, owner }));
  }
}

export const intentOf = (started: StartedPayment): string => started.clientSecret!.split('_secret')[0]!;

const now_s = (): number => Math.floor(Date.now() / 1_000);
