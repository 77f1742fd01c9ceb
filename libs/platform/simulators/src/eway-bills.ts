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

/** E-way bills the portal has made, one of each paper. Whoever has no registration is known by number and PIN code. */
export class EWayBook {
  private readonly made: Collection<SimulatedEWayBill>;

  constructor(journal: Journal) {
    this.made = journal.collection<SimulatedEWayBill>('eway-bills');
  }

  all(): SimulatedEWayBill[] {
    return this.made.all();
  }

  /** @param knowsInvoice  whether an invoice of that number is registered and in force */
  make(asked: Asked, knowsInvoice: (irn: string) => boolean): SimulatedEWayBill {
    const key = keyOf(asked.fromGstin, asked.docType, asked.docNo, asked.docDate, String(asked.fromPincode));
    if (this.made.get(key) !== undefined) throw refuse(409, '604', 'An e-way bill of this document exists.');
    if (asked.irn !== undefined && !knowsInvoice(asked.irn)) throw refuse(422, '2148', 'No such invoice.');
    if (asked.fromGstin !== 'URP' && asked.fromGstin === asked.toGstin) throw refuse(422, '2211', 'The same GSTIN.');
    const digits = asked.toGstin.slice(7, 11);
    if (digits === '9003') throw refuse(422, '3028', 'The recipient’s GSTIN is unknown.');
    if (digits === '9001') throw refuse(422, '3029', 'The recipient’s GSTIN is not in force.');
    return this.made.put(key, {
      number: `3110${String(this.made.keys().length + 1).padStart(8, '0')}`,
      madeAt: new Date().toISOString(),
      distance: distance(asked),
      totInvValue: asked.totInvValue,
      irn: asked.irn ?? null,
    });
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
});
