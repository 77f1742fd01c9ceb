import { z } from 'zod';
import type { Collection, Journal } from './journal.js';
import { refuse } from './simulated-http.js';

export interface SimulatedEWayBill {
  number: string;
  madeAt: string;
  distance: number;
  totInvValue: number;
  /** Of the invoice it was made of; null: of what was said alone. */
  irn: string | null;
  status: 'ACT' | 'CNL';
}

export const eWayBody = z.looseObject({
  docType: z.enum(['INV', 'BIL']),
  docNo: z.string().min(1).max(16),
  docDate: z.string(),
  fromGstin: z.string(),
  fromPincode: z.int(),
  fromStateCode: z.int(),
  toGstin: z.string(),
  toPincode: z.int(),
  toStateCode: z.int(),
  totInvValue: z.number(),
  itemList: z.array(z.looseObject({})).min(1).max(250),
  irn: z.string().optional(),
});
type Asked = z.infer<typeof eWayBody>;
export const eWayCancelBody = z.strictObject({ ewayBillNo: z.string() });
const day_ms = 86_400_000;

/** E-way bills the portal has made, one in force of each paper. Whoever has no registration is known by number and PIN code. */
export class EWayBook {
  /** The last one of each paper. */
  private readonly made: Collection<SimulatedEWayBill>;
  private readonly counted: Collection<number>;

  constructor(journal: Journal) {
    this.made = journal.collection<SimulatedEWayBill>('eway-bills');
    this.counted = journal.collection<number>('eway-bills-counted');
  }

  all(): SimulatedEWayBill[] {
    return this.made.all();
  }

  /** @param knowsInvoice  whether an invoice of that number is registered and in force */
  make(asked: Asked, knowsInvoice: (irn: string) => boolean): SimulatedEWayBill {
    const key = keyOf(asked.fromGstin, asked.docType, asked.docNo, asked.docDate, String(asked.fromPincode));
    if (this.made.get(key)?.status === 'ACT') throw refuse(409, '604', 'An e-way bill of this document exists.');
    if (asked.irn !== undefined && !knowsInvoice(asked.irn)) throw refuse(422, '2148', 'No such invoice.');
    if (asked.fromGstin !== 'URP' && asked.fromGstin === asked.toGstin) throw refuse(422, '2211', 'The same GSTIN.');
    const digits = asked.toGstin.slice(7, 11);
    if (digits === '9003') throw refuse(422, '3028', 'The recipient’s GSTIN is unknown.');
    if (digits === '9001') throw refuse(422, '3029', 'The recipient’s GSTIN is not in force.');
    return this.made.put(key, {
      number: this.nextNumber(),
      madeAt: new Date().toISOString(),
      distance: distance(asked),
      totInvValue: asked.totInvValue,
      irn: asked.irn ?? null,
      status: 'ACT',
    });
  }

  private nextNumber(): string {
    return `3110${String(this.counted.put('all', (this.counted.get('all') ?? 0) + 1)).padStart(8, '0')}`;
  }

  /** Within a day of its making. */
  cancel(number: string): SimulatedEWayBill {
    const { key, bill } = this.byNumber(number);
    if (bill.status === 'CNL') throw refuse(422, '312', 'It is cancelled already.');
    if (Date.now() - Date.parse(bill.madeAt) > day_ms) throw refuse(422, '316', 'The day to cancel it is over.');
    return this.made.put(key, { ...bill, status: 'CNL' });
  }

  /** Two days go by for one of them. */
  age(number: string): SimulatedEWayBill {
    const { key, bill } = this.byNumber(number);
    return this.made.put(key, { ...bill, madeAt: new Date(Date.parse(bill.madeAt) - 2 * day_ms).toISOString() });
  }

  private byNumber(number: string): { key: string; bill: SimulatedEWayBill } {
    const key = this.made.keys().find((one) => this.made.get(one)!.number === number);
    if (key === undefined) throw refuse(404, '325', 'No such e-way bill.');
    return { key, bill: this.made.get(key)! };
  }

  find([gstin, type, number, date, pincode]: readonly string[]): SimulatedEWayBill {
    const known = this.made.get(keyOf(gstin!, type!, number!, date!, pincode!));
    if (known === undefined) throw refuse(404, '325', 'No such e-way bill.');
    return known;
  }
}

/** An invented distance that is always the same: a kilometre for each thousand by which the PIN codes differ, and ten. */
const distance = ({ fromPincode, toPincode }: Asked): number =>
  10 + Math.floor(Math.abs(fromPincode - toPincode) / 1_000);

const keyOf = (gstin: string, type: string, number: string, date: string, pincode: string): string =>
  [gstin, type, number.toUpperCase(), date, ...(gstin === 'URP' ? [pincode] : [])].join(' ');

export const eWayAnswerOf = (of: SimulatedEWayBill) => ({
  ...{ ewayBillNo: of.number, ewayBillDate: of.madeAt, distance: of.distance, totInvValue: of.totInvValue },
  status: of.status,
});
