import {
  createHash,
  createPrivateKey,
  createPublicKey,
  createSign,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { z } from 'zod';
import { EWayBook, eWayAnswerOf, eWayBody, eWayCancelBody } from './eway-bills.js';
import { Journal, type Collection } from './journal.js';
import { checked, ok, refuse, textOf, type Handler } from './simulated-http.js';
import { Simulator } from './simulator.js';

export interface SimulatedInvoice {
  irn: string;
  ackNumber: string;
  ackAt: string;
  signedInvoice: string;
  signedQr: string;
  status: 'ACT' | 'CNL';
}

const party = z.looseObject({ Gstin: z.string(), Stcd: z.string() });
const invoiceBody = z.looseObject({
  Version: z.literal('1.1'),
  DocDtls: z.looseObject({ Typ: z.enum(['INV', 'CRN', 'DBN']), No: z.string(), Dt: z.string() }),
  SellerDtls: party,
  BuyerDtls: party,
  ItemList: z
    .array(z.looseObject({ HsnCd: z.string() }))
    .min(1)
    .max(1_000),
  ValDtls: z.looseObject({ TotInvVal: z.number() }),
});
type Invoice = z.infer<typeof invoiceBody>;
const cancelBody = z.strictObject({ irn: z.string(), reason: z.string().min(1).max(100) });

const day_ms = 86_400_000;
const ownFaults = [
  /** Signs with another key than the one it publishes. */
  'wrong_key',
  /** Signs the amount of another invoice. */
  'wrong_invoice',
] as const;

const ahead_days_max = 3_650;

/**
 * The government's invoice portal: a number and a signed code for each invoice, once, and an e-way bill for each paper of goods that move, once. A buyer's GSTIN whose PAN has the digits
 * 9001 is not in force, 9003 unknown. Its clock is the real one, so a date may lie ahead as far as
 * tests move ours, which live through years.
 */
export class IrpSimulator extends Simulator {
  readonly name = 'irp';
  readonly routes: Record<string, Handler> = {
    'POST /invoices': ({ body }) => ok(answerOf(this.register(checked(invoiceBody, body)))),
    'GET /invoices': ({ query }) => {
      const at = [query['gstin'], query['type'], query['number'], query['date']].map(textOf);
      const known = this.invoices.get(keyOf(at[0]!, yearOf(at[3]!), at[1]!, at[2]!));
      if (known === undefined) throw refuse(404, '2148', 'No such document.');
      return ok(answerOf(known));
    },
    'POST /cancellations': ({ body }) => ok(answerOf(this.cancel(checked(cancelBody, body).irn))),
    'POST /ewaybills': ({ body }) => ok(eWayAnswerOf(this.eWayBills.make(checked(eWayBody, body), this.isInForce))),
    'POST /ewaybills/cancellations': ({ body }) =>
      ok(eWayAnswerOf(this.eWayBills.cancel(checked(eWayCancelBody, body).ewayBillNo))),
    'GET /ewaybills': ({ query }) => {
      const asked = [query['gstin'], query['type'], query['number'], query['date'], query['pincode']];
      return ok(eWayAnswerOf(this.eWayBills.find(asked.map(textOf))));
    },
    'POST /_control/eway-bills/:number/age': ({ params }) => ok(eWayAnswerOf(this.eWayBills.age(params['number']!))),
    'GET /keys': () => ok({ keys: [{ ...createPublicKey(this.key()).export({ format: 'jwk' }), alg: 'RS256' }] }),
  };
  private readonly invoices: Collection<SimulatedInvoice>;
  private readonly pems: Collection<string>;
  private readonly eWayBills: EWayBook;

  constructor(given: { journal?: Journal; seed?: number } = {}) {
    super(ownFaults, given.seed);
    const journal = given.journal ?? new Journal();
    this.invoices = journal.collection<SimulatedInvoice>('invoices');
    this.pems = journal.collection<string>('keys');
    this.eWayBills = new EWayBook(journal);
  }

  configure(options: { secretKey: string }): this {
    this.secretKey = options.secretKey;
    return this;
  }

  async start(options: { secretKey: string; port?: number }): Promise<void> {
    await this.configure(options).open(options.port);
  }

  state() {
    return { invoices: this.invoices.all(), eWayBills: this.eWayBills.all() };
  }

  private readonly isInForce = (irn: string): boolean =>
    this.invoices.all().some((one) => one.irn === irn && one.status === 'ACT');

  private register(invoice: Invoice): SimulatedInvoice {
    const { SellerDtls: seller, BuyerDtls: buyer, DocDtls: doc } = invoice;
    const key = keyOf(seller.Gstin, yearOf(doc.Dt), doc.Typ, doc.No);
    const known = this.invoices.get(key);
    if (known?.status === 'CNL') throw refuse(422, '2278', 'It was registered and cancelled.');
    if (known !== undefined) throw refuse(409, '2150', 'Duplicate IRN.');
    if (seller.Gstin === buyer.Gstin) throw refuse(422, '2211', 'Supplier and recipient are the same.');
    if (dayOf(doc.Dt) > Date.now() + ahead_days_max * day_ms) throw refuse(422, '2163', 'The date lies in the future.');
    if (seller.Gstin.slice(0, 2) !== seller.Stcd) throw refuse(422, '2258', 'The supplier’s State does not fit.');
    if (buyer.Gstin.slice(0, 2) !== buyer.Stcd) throw refuse(422, '2265', 'The recipient’s State does not fit.');
    const digits = buyer.Gstin.slice(7, 11);
    if (digits === '9003') throw refuse(422, '3028', 'The recipient’s GSTIN is unknown.');
    if (digits === '9001') throw refuse(422, '3029', 'The recipient’s GSTIN is not in force.');
    return this.invoices.put(key, this.signed(invoice, createHash('sha256').update(key).digest('hex')));
  }

  private signed(invoice: Invoice, irn: string): SimulatedInvoice {
    const ackNumber = `1126${String(this.invoices.keys().length + 1).padStart(11, '0')}`;
    const ackAt = new Date().toISOString();
    const { SellerDtls: seller, BuyerDtls: buyer, DocDtls: doc, ItemList: items, ValDtls: values } = invoice;
    const TotInvVal = this.faults.take('wrong_invoice') === null ? values.TotInvVal : values.TotInvVal + 1;
    const qr = {
      ...{ SellerGstin: seller.Gstin, BuyerGstin: buyer.Gstin, DocNo: doc.No, DocTyp: doc.Typ, DocDt: doc.Dt },
      ...{ TotInvVal, ItemCnt: items.length, MainHsnCode: items[0]!.HsnCd, Irn: irn, IrnDt: ackAt },
    };
    const key = this.faults.take('wrong_key') === null ? this.key() : freshKey();
    const signedInvoice = sign(key, { ...invoice, Irn: irn, AckNo: ackNumber, AckDt: ackAt });
    return { irn, ackNumber, ackAt, signedInvoice, signedQr: sign(key, qr), status: 'ACT' };
  }

  /** Within a day of its registration, without an e-way bill; else only a credit note helps. */
  private cancel(irn: string): SimulatedInvoice {
    const key = this.invoices.keys().find((one) => this.invoices.get(one)!.irn === irn);
    if (key === undefined) throw refuse(404, '2148', 'No such number.');
    const known = this.invoices.get(key)!;
    if (known.status === 'CNL') throw refuse(422, '9999', 'It is cancelled already.');
    if (this.eWayBills.all().some((bill) => bill.irn === irn && bill.status === 'ACT'))
      throw refuse(422, '2230', 'It has an e-way bill.');
    if (Date.now() - Date.parse(known.ackAt) > day_ms) throw refuse(422, '2270', 'The day to cancel it is over.');
    return this.invoices.put(key, { ...known, status: 'CNL' });
  }

  /** Made once and remembered. */
  private key(): KeyObject {
    const pem = this.pems.get('portal');
    if (pem !== undefined) return createPrivateKey(pem);
    const key = freshKey();
    this.pems.put('portal', key.export({ type: 'pkcs8', format: 'pem' }) as string);
    return key;
  }
}

const freshKey = (): KeyObject => generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey;

const dayOf = (date: string): number => Date.parse(date.split('/').reverse().join('-'));
/** `2026-27` of `23/11/2026`. */
function yearOf(date: string): string {
  const [, month = '', year = ''] = date.split('/');
  const first = Number(month) >= 4 ? Number(year) : Number(year) - 1;
  return `${first}-${String(first + 1).slice(-2)}`;
}

/** What the reference number is the hash of. */
const keyOf = (gstin: string, year: string, type: string, number: string): string =>
  `${gstin}${year}${type}${number.toUpperCase()}`;

const part = (of: unknown): string => Buffer.from(JSON.stringify(of)).toString('base64url');

/** A JWS as the portal makes them: what is signed is wrapped as text. */
function sign(key: KeyObject, of: unknown): string {
  const text = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ data: JSON.stringify(of), iss: 'Invented portal' })}`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key).toString('base64url')}`;
}

const answerOf = (of: SimulatedInvoice) => ({
  ...{ AckNo: of.ackNumber, AckDt: of.ackAt, Irn: of.irn, SignedInvoice: of.signedInvoice },
  ...{ SignedQRCode: of.signedQr, Status: of.status },
});
