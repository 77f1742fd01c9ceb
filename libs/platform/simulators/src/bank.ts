import { z } from 'zod';
import { answerAdvice, type AdviceAnswer } from './bank-files.js';
import { IdempotencyMemory, plainKeyTrouble } from './idempotency-memory.js';
import { Journal, type Collection } from './journal.js';
import { makeId, makeUtr } from './references.js';
import { checked, ok, refuse, type Call, type Handler } from './simulated-http.js';
import { Simulator } from './simulator.js';

const ownFaults = [
  /** Payouts are accepted and wait until they are settled through the control. */
  'payout_later',
  /** The escrow account is empty. */
  'insufficient_funds',
] as const;

export interface BankBeneficiary {
  id: string;
  name: string;
  /** Account number, or UPI address. */
  account: string;
  /** Empty for UPI. */
  ifsc: string;
}

export interface BankPayout {
  id: string;
  idempotencyKey: string;
  beneficiary: string;
  amount_paise: number;
  narration: string;
  status: 'accepted' | 'paid' | 'failed' | 'returned' | 'reversed';
  utr: string | null;
  reason: string | null;
  changed_at: string;
}

const ifsc = z.string().regex(/^[A-Z]{4}0[A-Z0-9]{6}$/);
const named = z.string().min(1).max(100);
const vpa = z.string().regex(/^[a-z0-9._-]{2,100}@[a-z]{2,40}$/);
const beneficiaryBody = z.union([
  z.strictObject({ name: named, account: z.string().regex(/^[0-9]{9,18}$/), ifsc }),
  z.strictObject({ name: named, vpa }).transform((given) => ({ name: given.name, account: given.vpa, ifsc: '' })),
]);
const payoutBody = z.strictObject({
  idempotencyKey: z.string().min(1).max(255),
  beneficiary: z.string(),
  amount_paise: z.int().positive(),
  narration: z.string().max(30).default(''),
});

/**
 * The bank that pays makers. How an account behaves is in its last four digits, of a UPI address those before the @:
 * 9991 closed · 9992 frozen (fails) · 9993 paid at first, then returned · 9994 stays accepted until settled.
 * It pays by its interface, and by files of payment advice that are sent to it as text.
 */
export class BankSimulator extends Simulator {
  readonly name = 'bank';
  readonly routes: Record<string, Handler>;
  private readonly beneficiaries: Collection<BankBeneficiary>;
  private readonly payoutsById: Collection<BankPayout>;
  private readonly keys: IdempotencyMemory;
  /** Payouts of files that were answered: their last answers. */
  private readonly seen: Collection<AdviceAnswer>;

  constructor(given: { journal?: Journal; seed?: number } = {}) {
    super(ownFaults, given.seed);
    const journal = given.journal ?? new Journal();
    this.beneficiaries = journal.collection<BankBeneficiary>('beneficiaries');
    this.payoutsById = journal.collection<BankPayout>('payouts');
    this.seen = journal.collection<AdviceAnswer>('advice-answers');
    this.keys = new IdempotencyMemory(journal, plainKeyTrouble, () => false);
    this.routes = this.declareRoutes();
  }

  configure(options: { secretKey: string }): this {
    this.secretKey = options.secretKey;
    return this;
  }

  async start(options: { secretKey: string; port?: number }): Promise<void> {
    await this.configure(options).open(options.port);
  }

  /** Every payout the bank ever took, oldest first. */
  payouts(): BankPayout[] {
    return this.payoutsById.all();
  }

  state() {
    return { payouts: this.payouts() };
  }

  /** The end of an accepted payout, or the return of a paid one. */
  settle(id: string, outcome: 'paid' | 'failed' | 'returned', reason: string | null = null): BankPayout {
    const payout = this.payout(id);
    const from = outcome === 'returned' ? 'paid' : 'accepted';
    if (payout.status !== from) throw refuse(409, 'wrong_state', `The payout is ${payout.status}, not ${from}.`);
    return this.change(payout, {
      status: outcome,
      reason,
      utr: outcome === 'failed' ? null : (payout.utr ?? makeUtr('SIMB')),
    });
  }

  private declareRoutes(): Record<string, Handler> {
    return {
      'POST /beneficiaries': ({ body }) => ok(this.register(checked(beneficiaryBody, body)), 201),
      'POST /payouts': (call) => this.pay(call),
      'GET /payouts/:id': ({ params }) => ok(this.payout(params['id']!)),
      'GET /payouts': ({ query }) => ok(this.list(query)),
      'POST /payouts/:id/reverse': ({ params }) => {
        const payout = this.payout(params['id']!);
        if (payout.status === 'reversed') return ok(payout);
        if (payout.status !== 'accepted') throw refuse(409, 'already_sent', 'The money has left.');
        return ok(this.change(payout, { status: 'reversed', reason: 'called_back' }));
      },
      'POST /advice-files': ({ bytes }) => ({
        status: 200,
        body: answerAdvice(bytes.toString('utf8'), this.seen, (account) => this.outcomeFor(account)),
        contentType: 'text/csv; charset=utf-8',
      }),
      'POST /_control/payouts/:id/settle': ({ params, body }) => {
        const said = checked(settleBody, body);
        return ok(this.settle(params['id']!, said.outcome, said.reason ?? null));
      },
    };
  }

  /** One name per account, whoever asks and however often. */
  private register(body: z.infer<typeof beneficiaryBody>): BankBeneficiary {
    if (isLike(body.account, '9991')) throw refuse(422, 'account_closed', 'The account is closed.');
    const known = this.beneficiaries.all().find((b) => b.account === body.account && b.ifsc === body.ifsc);
    const id = known?.id ?? makeId('bene');
    return known ?? this.beneficiaries.put(id, { id, ...body });
  }

  private async pay(call: Call) {
    const body = checked(payoutBody, call.body);
    return this.keys.once(body.idempotencyKey, body, () => {
      const beneficiary = this.beneficiaries.get(body.beneficiary);
      if (beneficiary === undefined) throw refuse(422, 'no_such_beneficiary', 'Register the account first.');
      if (this.faults.take('insufficient_funds') !== null)
        throw refuse(422, 'insufficient_funds', 'The account is empty.');
      const id = makeId('po');
      const outcome = this.outcomeFor(beneficiary.account);
      return ok(this.change({ id, ...body, ...outcome, changed_at: '' }, {}), 201);
    });
  }

  private outcomeFor(account: string): Pick<BankPayout, 'status' | 'utr' | 'reason'> {
    if (isLike(account, '9992')) return { status: 'failed', utr: null, reason: 'account_frozen' };
    if (isLike(account, '9993')) return { status: 'returned', utr: makeUtr('SIMB'), reason: 'account_closed' };
    const later = isLike(account, '9994') || this.faults.take('payout_later') !== null;
    return later
      ? { status: 'accepted', utr: null, reason: null }
      : { status: 'paid', utr: makeUtr('SIMB'), reason: null };
  }

  /** Oldest change first; `since` is inclusive, the next page goes on `after` the cursor. */
  private list(query: Record<string, unknown>) {
    const { idempotencyKey, since, after } = checked(listQuery, query);
    const cursor = (p: BankPayout) => `${p.changed_at} ${p.id}`;
    const matching = this.payouts()
      .filter((p) => idempotencyKey === undefined || p.idempotencyKey === idempotencyKey)
      .filter((p) => since === undefined || p.changed_at >= since)
      .filter((p) => after === undefined || cursor(p) > after)
      .sort((a, b) => (cursor(a) < cursor(b) ? -1 : 1));
    const payouts = matching.slice(0, pageSize);
    return { payouts, next: matching.length > pageSize ? cursor(payouts.at(-1)!) : null };
  }

  private payout(id: string): BankPayout {
    const payout = this.payoutsById.get(id);
    if (payout === undefined) throw refuse(404, 'no_such_payout', id);
    return payout;
  }

  private change(payout: BankPayout, to: Partial<BankPayout>): BankPayout {
    return this.payoutsById.put(payout.id, { ...payout, ...to, changed_at: new Date().toISOString() });
  }
}

const pageSize = 50;

const isLike = (account: string, ending: string): boolean => account.split('@')[0]!.endsWith(ending);

const settleBody = z.strictObject({ outcome: z.enum(['paid', 'failed', 'returned']), reason: z.string().optional() });

const listQuery = z.strictObject({
  idempotencyKey: z.string().optional(),
  since: z.iso.datetime().optional(),
  after: z.string().optional(),
});
