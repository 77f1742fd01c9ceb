import { Journal } from './journal.js';
import {
  apiVersion,
  type Account,
  type AccountPayout,
  type BalanceLine,
  type Charge,
  type Dispute,
  type Intent,
  type ProviderEvent,
  type Refund,
  type Transfer,
} from './payment-objects.js';
import { makeId } from './references.js';

/** Who asked: goes into the events. */
export interface Asker {
  requestId: string;
  idempotencyKey: string | null;
  /** The account it asked for, when not our own. */
  account?: string | null;
}

/** Two per cent, and 18 % GST on that. */
const fee_bp = 236;

/** Everything the simulated provider knows, and the one place where news is made. */
export class PaymentBooks {
  readonly intents;
  readonly charges;
  readonly refunds;
  readonly balance;
  readonly disputes;
  readonly events;
  readonly accounts;
  readonly transfers;
  readonly payouts;
  /** Balance line id → the payout it went to our bank with. */
  readonly settledIn;
  /** Charge id → idempotency key of the request that made it. */
  readonly chargedBy;
  /** Intent id → idempotency key of the request that opened it. */
  readonly openedBy;
  /** Intent id → when what nobody answers fails by itself, seconds since 1970. */
  readonly expiries;
  /** Where a browser finds the pages: 'http://127.0.0.1:3003'. */
  pageBase = '';
  /** Where notices go. */
  tell: (event: ProviderEvent) => void = () => {};

  /** @param available_s  seconds until what was taken is at our disposal */
  constructor(
    journal: Journal = new Journal(),
    private readonly available_s = 2 * 86_400,
  ) {
    this.intents = journal.collection<Intent>('intents');
    this.charges = journal.collection<Charge>('charges');
    this.refunds = journal.collection<Refund>('refunds');
    this.balance = journal.collection<BalanceLine>('balance');
    this.disputes = journal.collection<Dispute>('disputes');
    this.events = journal.collection<ProviderEvent>('events');
    this.accounts = journal.collection<Account>('accounts');
    this.transfers = journal.collection<Transfer>('transfers');
    this.payouts = journal.collection<AccountPayout>('account-payouts');
    this.settledIn = journal.collection<string>('settled-in');
    this.chargedBy = journal.collection<string | null>('charged-by');
    this.openedBy = journal.collection<string | null>('opened-by');
    this.expiries = journal.collection<number>('expiries');
  }

  now_s(): number {
    return Math.floor(Date.now() / 1_000);
  }

  /** Any object by its id, for `expand`. */
  find(id: string): unknown {
    const shelves = [this.intents, this.charges, this.refunds, this.balance, this.disputes, this.transfers];
    return shelves.map((shelf) => shelf.get(id) as unknown).find((object) => object !== undefined);
  }

  /** Writes an event with a copy of the object as it is now, and sends it. */
  news(type: string, object: Intent | Charge | Refund | Dispute | Transfer | AccountPayout, asker: Asker): void {
    const event: ProviderEvent = {
      id: makeId('evt'),
      object: 'event',
      api_version: apiVersion,
      created: this.now_s(),
      data: { object: structuredClone(object) },
      livemode: false,
      pending_webhooks: 1,
      request: { id: asker.requestId, idempotency_key: asker.idempotencyKey },
      type,
    };
    this.tell(this.events.put(event.id, event));
  }

  /** One line of the balance: what came or went, less the fee on captures (rounded to whole paise). */
  book(type: BalanceLine['type'], amount: number, source: string): BalanceLine {
    const fee = type === 'charge' ? Math.round((amount * fee_bp) / 10_000) : 0;
    const now_s = this.now_s();
    const line: BalanceLine = {
      id: makeId('txn'),
      object: 'balance_transaction',
      amount,
      available_on: now_s + this.available_s,
      created: now_s,
      currency: 'inr',
      fee,
      fee_details:
        fee === 0 ? [] : [{ amount: fee, currency: 'inr', description: 'Processing fee with GST', type: 'stripe_fee' }],
      net: amount - fee,
      reporting_category: type,
      source,
      status: 'pending',
      type,
    };
    return this.balance.put(line.id, line);
  }
}
