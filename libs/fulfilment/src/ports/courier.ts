import type { WebhookFault } from '#platform/crypto';
import type { Paise } from '#platform/money';
import type { TrackingKind } from '../domain/tracking.js';

/** A courier company. Calls take at most 10 s; call them with no transaction open. */
export interface Courier {
  readonly name: string;
  /**
   * Books one parcel. The shipment's id is the courier's idempotency key: asked twice it answers the same number.
   * @throws Error when the courier is away or says no; the job tries again
   */
  book(parcel: {
    shipmentId: string;
    fromPincode: string;
    toPincode: string;
    weight_g: number;
    /** What it is to collect at the door; 0: nothing. */
    cash_paise: Paise;
    /** The doors, where they are known; nobody else is told them (S-63). */
    from?: Door;
    to?: Door;
  }): Promise<BookedParcel>;
  /**
   * Books a pick-up at a shopper's door, of goods that go back to their maker. The booking's id is the idempotency key.
   * @returns null when it does not fetch there
   * @throws Error when the courier is away; the job tries again
   */
  bookPickup(parcel: {
    bookingId: string;
    fromPincode: string;
    toPincode: string;
    weight_g: number;
    /** The doors, where they are known: hers and the maker's (S-63). */
    from?: Door;
    to?: Door;
  }): Promise<BookedParcel | null>;
  /**
   * Nobody is to come for it any more; said before it is no error.
   * @returns false when it is too late: the driver has it
   * @throws Error when it is away
   */
  callOff(awb: string): Promise<boolean>;
  /** Says anew what is to be collected for a parcel that was not fetched yet. @throws Error when it is away or says no */
  changeCash(awb: string, cash_paise: Paise): Promise<void>;
  /** What it says it has brought to our bank of what it collected, since then by its own clock. */
  remittances(since: Date): Promise<CourierRemittance[]>;
  /** Believes a tracking notice or throws `NoticeRejected`: signature over the raw bytes, ≤ 300 s old (S-18). */
  verifyWebhook(rawBody: Uint8Array, headers: Readonly<Record<string, string | string[] | undefined>>): CourierNotice;
}

/** A door at which parcels are fetched, or to which they are brought. */
export interface Door {
  name: string;
  /** Street and place, as its people write them. */
  line: string;
  mobile?: string;
}

/** Cash of one parcel, brought to our bank. */
export interface CourierRemittance {
  /** Unique: the key it is counted by. */
  id: string;
  /** The courier's number of the parcel. */
  parcel: string;
  amount_paise: Paise;
  /** The bank's reference. */
  utr: string;
  at: Date;
}

export interface BookedParcel {
  awb: string;
  /** What it asks for the way, paise; null when it does not say. */
  carriage_paise: Paise | null;
}

export interface CourierNotice {
  /** Unique per notice. */
  eventId: string;
  awb: string;
  /** null: a word of the courier's we have no use for; kept and left alone. */
  kind: TrackingKind | null;
  /** How a delivery was proved: by the receiver's code, or her signature. */
  proof: 'code' | 'signature' | null;
  at: Date;
}

export class NoticeRejected extends Error {
  constructor(readonly fault: WebhookFault) {
    super(`The notice was rejected: ${fault}.`);
    this.name = 'NoticeRejected';
  }
}

export const COURIER = Symbol('Courier');
