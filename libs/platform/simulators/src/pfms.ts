import { z } from 'zod';
import { IdempotencyMemory, plainKeyTrouble } from './idempotency-memory.js';
import { Journal, type Collection } from './journal.js';
import { digits, makeId, makeUtr } from './references.js';
import { checked, ok, refuse, type Handler } from './simulated-http.js';
import { Simulator } from './simulator.js';

const ownFaults = [
  /** Payments are accepted and wait until they are settled through the control. */
  'advice_later',
  /** `value` paise of the net come back refused. */
  'partly_refuse',
] as const;

/** How a government payer pays: Central department, pool account at the buyer's bank, State treasury. @rule */
export type Rail = 'pfms' | 'gpa' | 'treasury';

export interface FundBlock {
  id: string;
  rail: Rail;
  /** Budget head or pool account. */
  account: string;
  reference: string;
  amount_paise: number;
  used_paise: number;
  status: 'held' | 'released';
}

export interface PaymentAdvice {
  voucher_no: string;
  utr: string;
  date: string;
  gross_paise: number;
  deductions: { code: string; amount_paise: number }[];
  net_paise: number;
  /** Less than net when the bank refused a part. */
  paid_paise: number;
}

export interface GovernmentPayment {
  id: string;
  idempotencyKey: string;
  rail: Rail;
  block: string | null;
  bill_no: string;
  gross_paise: number;
  deductions: { code: string; amount_paise: number }[];
  beneficiary: { name: string; account: string; ifsc: string };
  status: 'processing' | 'paid' | 'partly_paid' | 'refused';
  reason: string | null;
  advice: PaymentAdvice | null;
  changed_at: string;
}

const rail = z.enum(['pfms', 'gpa', 'treasury']);
const paise = z.int().positive();
const key = z.string().min(1).max(255);

const blockBody = z.strictObject({
  idempotencyKey: key,
  rail,
  account: z.string().min(1).max(60),
  amount_paise: paise,
  reference: z.string().max(60),
});

const paymentBody = z.strictObject({
  idempotencyKey: key,
  rail,
  block: z.string().nullable().default(null),
  bill_no: z.string().min(1).max(40),
  gross_paise: paise,
  deductions: z
    .array(z.strictObject({ code: z.string(), amount_paise: paise }))
    .max(20)
    .default([]),
  beneficiary: z.strictObject({
    name: z.string().min(1).max(100),
    account: z.string().regex(/^[0-9]{9,18}$/),
    ifsc: z.string().regex(/^[A-Z]{4}0[A-Z0-9]{6}$/),
  }),
});

const outcomeBody = z.strictObject({
  outcome: z.enum(['paid', 'partly_paid', 'refused']),
  paid_paise: paise.optional(),
  reason: z.string().optional(),
});

const creditBody = z.strictObject({ idempotencyKey: key, amount_paise: paise });
const listQuery = z.strictObject({ bill_no: z.string().optional(), since: z.iso.datetime().optional() });

/** A budget head has ₹10 crore until it is told otherwise; a pool account starts empty. */
const head_paise = 10_000_000_000;

/** The government payer's rails: funds are blocked, bills are paid, an advice comes back. Accounts ending 9991 are refused. */
export class PfmsSimulator extends Simulator {
  readonly name = 'pfms';
  readonly routes: Record<string, Handler>;
  private readonly available: Collection<number>;
  private readonly blocks: Collection<FundBlock>;
  private readonly paymentsById: Collection<GovernmentPayment>;
  private readonly keys: IdempotencyMemory;

  constructor(given: { journal?: Journal; seed?: number } = {}) {
    super(ownFaults, given.seed);
    const journal = given.journal ?? new Journal();
    this.available = journal.collection<number>('available');
    this.blocks = journal.collection<FundBlock>('blocks');
    this.paymentsById = journal.collection<GovernmentPayment>('payments');
    this.keys = new IdempotencyMemory(journal, plainKeyTrouble, () => false);
    this.routes = { ...this.fundRoutes(), ...this.paymentRoutes() };
  }

  configure(options: { secretKey: string }): this {
    this.secretKey = options.secretKey;
    return this;
  }

  async start(options: { secretKey: string; port?: number }): Promise<void> {
    await this.configure(options).open(options.port);
  }

  state() {
    return { blocks: this.blocks.all(), payments: this.paymentsById.all() };
  }

  /** What a head or pool account can still give. */
  availableOn(rail: Rail, account: string): number {
    return this.available.get(`${rail} ${account}`) ?? (rail === 'pfms' ? head_paise : 0);
  }

  setAvailable(rail: Rail, account: string, amount_paise: number): void {
    this.available.put(`${rail} ${account}`, amount_paise);
  }

  payments(): GovernmentPayment[] {
    return this.paymentsById.all();
  }

  /** The end of a payment that is being processed; `paid_paise` only for a part. */
  settle(id: string, said: z.infer<typeof outcomeBody>): GovernmentPayment {
    const payment = this.payment(id);
    if (payment.status !== 'processing') throw refuse(409, 'wrong_state', `The payment is ${payment.status}.`);
    if (said.outcome === 'refused')
      return this.change(payment, { status: 'refused', reason: said.reason ?? 'refused' });
    const net_paise = payment.gross_paise - sum(payment.deductions);
    const paid_paise = said.outcome === 'paid' ? net_paise : (said.paid_paise ?? 0);
    if (paid_paise > net_paise) throw refuse(422, 'more_than_net', 'More than the net of the bill.');
    this.useBlock(payment);
    const { gross_paise, deductions } = payment;
    const voucher_no = `${payment.rail.toUpperCase()}/${digits(9)}`;
    const utr = makeUtr('SIMG');
    const advice = { voucher_no, utr, date: indianDate(new Date()), gross_paise, deductions, net_paise, paid_paise };
    return this.change(payment, { status: said.outcome, reason: said.reason ?? null, advice });
  }

  private fundRoutes(): Record<string, Handler> {
    return {
      'GET /accounts/:rail/:account': ({ params }) =>
        ok({ available_paise: this.availableOn(checked(rail, params['rail']), params['account']!) }),
      'POST /pools/:account/credits': ({ params, body }) => {
        const credit = checked(creditBody, body);
        return this.keys.once(credit.idempotencyKey, [params, credit], () => {
          this.setAvailable(
            'gpa',
            params['account']!,
            this.availableOn('gpa', params['account']!) + credit.amount_paise,
          );
          return ok({ available_paise: this.availableOn('gpa', params['account']!) }, 201);
        });
      },
      'POST /blocks': ({ body }) => {
        const wanted = checked(blockBody, body);
        return this.keys.once(wanted.idempotencyKey, wanted, () => ok(this.block(wanted), 201));
      },
      'GET /blocks/:id': ({ params }) => ok(this.blockById(params['id']!)),
      'POST /blocks/:id/move': ({ params, body }) =>
        ok(this.move(params['id']!, checked(z.strictObject({ account: z.string().min(1) }), body).account)),
      'POST /blocks/:id/release': ({ params }) => ok(this.release(params['id']!)),
      'POST /_control/accounts/:rail/:account': ({ params, body }) => {
        const { available_paise } = checked(z.strictObject({ available_paise: z.int().min(0) }), body);
        this.setAvailable(checked(rail, params['rail']), params['account']!, available_paise);
        return ok({ available_paise });
      },
    };
  }

  private paymentRoutes(): Record<string, Handler> {
    return {
      'POST /payments': ({ body }) => {
        const wanted = checked(paymentBody, body);
        return this.keys.once(wanted.idempotencyKey, wanted, () => ok(this.pay(wanted), 202));
      },
      'GET /payments/:id': ({ params }) => ok(this.payment(params['id']!)),
      'GET /payments': ({ query }) => {
        const { bill_no, since } = checked(listQuery, query);
        const found = this.payments()
          .filter((p) => bill_no === undefined || p.bill_no === bill_no)
          .filter((p) => since === undefined || p.changed_at >= since);
        return ok({ payments: found });
      },
      'POST /_control/payments/:id/settle': ({ params, body }) =>
        ok(this.settle(params['id']!, checked(outcomeBody, body))),
    };
  }

  private block(wanted: z.infer<typeof blockBody>): FundBlock {
    if (wanted.rail === 'treasury') throw refuse(422, 'not_supported', 'A treasury declares funds and blocks none.');
    const { rail, account, amount_paise, reference } = wanted;
    this.draw(rail, account, amount_paise);
    const id = makeId('blk');
    return this.blocks.put(id, { id, rail, account, reference, amount_paise, used_paise: 0, status: 'held' });
  }

  /** Blocked money of a Central department may change its head but not go free. @rule */
  private move(id: string, account: string): FundBlock {
    const block = this.heldBlock(id);
    if (block.rail !== 'pfms') throw refuse(422, 'not_supported', 'Only a budget head can be changed.');
    const rest = block.amount_paise - block.used_paise;
    this.draw('pfms', account, rest);
    this.setAvailable('pfms', block.account, this.availableOn('pfms', block.account) + rest);
    return this.blocks.put(id, { ...block, account });
  }

  private release(id: string): FundBlock {
    const block = this.heldBlock(id);
    if (block.rail === 'pfms') throw refuse(422, 'not_releasable', 'Move the block to another head instead.');
    const rest = block.amount_paise - block.used_paise;
    this.setAvailable(block.rail, block.account, this.availableOn(block.rail, block.account) + rest);
    return this.blocks.put(id, { ...block, status: 'released' });
  }

  private pay(wanted: z.infer<typeof paymentBody>): GovernmentPayment {
    const net_paise = wanted.gross_paise - sum(wanted.deductions);
    if (net_paise <= 0) throw refuse(422, 'nothing_to_pay', 'The deductions eat up the bill.');
    this.checkBlock(wanted);
    const id = makeId('gp');
    const payment = this.change(
      { id, ...wanted, status: 'processing', reason: null, advice: null, changed_at: '' },
      {},
    );
    if (wanted.beneficiary.account.endsWith('9991'))
      return this.settle(id, { outcome: 'refused', reason: 'account_closed' });
    if (this.faults.take('advice_later') !== null) return payment;
    const refused_paise = this.faults.take('partly_refuse')?.value;
    if (refused_paise === undefined) return this.settle(id, { outcome: 'paid' });
    return this.settle(id, { outcome: 'partly_paid', paid_paise: net_paise - refused_paise, reason: 'partly_refused' });
  }

  private checkBlock(wanted: z.infer<typeof paymentBody>): void {
    if (wanted.rail === 'treasury' && wanted.block === null) return;
    if (wanted.block === null) throw refuse(422, 'no_block', 'This rail pays only from blocked funds.');
    const block = this.heldBlock(wanted.block);
    const rest = block.amount_paise - block.used_paise;
    if (wanted.gross_paise > rest) throw refuse(422, 'block_too_small', `Only ${rest} paise are blocked.`);
  }

  private useBlock(payment: GovernmentPayment): void {
    if (payment.block === null) return;
    const block = this.heldBlock(payment.block);
    this.blocks.put(block.id, { ...block, used_paise: block.used_paise + payment.gross_paise });
  }

  private draw(rail: Rail, account: string, amount_paise: number): void {
    const available = this.availableOn(rail, account);
    if (amount_paise > available) throw refuse(422, 'insufficient_funds', `Only ${available} paise are available.`);
    this.setAvailable(rail, account, available - amount_paise);
  }

  private blockById(id: string): FundBlock {
    const block = this.blocks.get(id);
    if (block === undefined) throw refuse(404, 'no_such_block', id);
    return block;
  }

  private heldBlock(id: string): FundBlock {
    const block = this.blockById(id);
    if (block.status !== 'held') throw refuse(409, 'wrong_state', `The block is ${block.status}.`);
    return block;
  }

  private payment(id: string): GovernmentPayment {
    const payment = this.paymentsById.get(id);
    if (payment === undefined) throw refuse(404, 'no_such_payment', id);
    return payment;
  }

  private change(payment: GovernmentPayment, to: Partial<GovernmentPayment>): GovernmentPayment {
    return this.paymentsById.put(payment.id, { ...payment, ...to, changed_at: new Date().toISOString() });
  }
}

const sum = (lines: readonly { amount_paise: number }[]): number =>
  lines.reduce((total, l) => total + l.amount_paise, 0);

/** The legal day, Asia/Kolkata. */
const indianDate = (at: Date): string => at.toLocaleDateString('en-CA', { timeZone: 'Asia/Kolkata' });
