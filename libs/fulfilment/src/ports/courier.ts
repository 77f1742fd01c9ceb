import type { WebhookFault } from '#platform/crypto';
import type { Paise } from '#platform/money';
import type { TrackingKind } from '../domain/tracking.js';

/** A courier company. Calls take at most 10 s; call them with no transaction open. */
export interface Courier {
  /** By which its parcels, its numbers and its news are told from those of others. */
  readonly name: string;
  /**
   * Books one parcel. The shipment's id is the courier's idempotency key: asked twice it answers the same number.
   * @returns null when it does not carry that there
   * @throws Error when the courier is away; the job tries again
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
  }): Promise<BookedParcel | null>;
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
  /** When it may still be asked to come for a parcel, in its order; empty: it comes when it comes. @throws Error when it is away */
  pickupWindows(awb: string): Promise<PickupWindow[]>;
  /**
   * It is to come then, and at no other time; null: not before it hears of another. Said again it is no error.
   * @returns false when that time is full or closed, or the driver has the parcel
   * @throws Error when it is away
   */
  setPickup(awb: string, windowId: string | null): Promise<boolean>;
  /** Says anew what is to be collected for a parcel that was not fetched yet. @throws Error when it is away or says no */
  changeCash(awb: string, cash_paise: Paise): Promise<void>;
  /** What it says it has brought to our bank of what it collected, since then by its own clock. */
  remittances(since: Date): Promise<CourierRemittance[]>;
}

/** The couriers we have a contract with; each tells its news by notices or by files. */
export class Couriers {
  readonly names: readonly string[];

  constructor(private readonly all: readonly Courier[]) {
    this.names = all.map(({ name }) => name);
  }

  /** null: no courier of ours, or none any more. */
  find(name: string): Courier | null {
    return this.all.find((one) => one.name === name) ?? null;
  }
}

/** A courier that tells its news by signed notices. */
export interface CourierNotices {
  readonly name: string;
  /** Believes a tracking notice or throws `NoticeRejected`: signature over the raw bytes, ≤ 300 s old (S-18). */
  verifyWebhook(rawBody: Uint8Array, headers: Readonly<Record<string, string | string[] | undefined>>): CourierNotice;
}

/** A courier that writes its news into files, which we fetch. */
export interface CourierFiles {
  readonly name: string;
  /** Those written to since then by its own clock, the oldest first. @throws Error when it is away */
  files(since: Date): Promise<TrackingFile[]>;
  /** What stands in one. @throws Error when it is away */
  read(name: string): Promise<ReadFile>;
}

export interface TrackingFile {
  /** Unique. */
  name: string;
  /** How long it is by now: a file grows. */
  bytes: number;
  /** When it was written to last. */
  at: Date;
}

export interface ReadFile {
  told: CourierNotice[];
  /** Rows that say nothing, by their numbers from 1. */
  broken: number[];
}

/** Hours in which a courier may come. */
export interface PickupWindow {
  /** The courier's word for it. */
  id: string;
  from: Date;
  to: Date;
  /** After it nothing about it can be changed. */
  closesAt: Date;
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

export const COURIER_NOTICES = Symbol('CourierNotices');
export const COURIER_FILES = Symbol('CourierFiles');
