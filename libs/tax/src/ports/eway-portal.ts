import type { EWayRequest } from '../domain/eway-request.js';

/** How the portal answers of an e-way bill it knows. */
export interface KnownEWayBill {
  /** Twelve digits. */
  number: string;
  madeAt: Date;
  /** As the portal reckons it from the PIN codes. */
  distance_km: number;
  /** Of the paper, rupees. */
  totInvValue: number;
  isCancelled: boolean;
}

/** The portal makes none of this paper; asked again it says the same. */
export class EWayBillRefusedThere extends Error {
  /** @param code  the portal's own */
  constructor(readonly code: string) {
    super(`the e-way bill portal refused with ${code}`);
  }
}

/** It has made one of this paper: by another call of ours, perhaps one never answered. */
export class EWayBillKnown extends Error {}

/** The government's portal for e-way bills. @rule STD-5.2 */
export abstract class EWayPortal {
  /**
   * @param irn  of the registered invoice it is made of; null: it has none, the request alone says it
   * @throws EWayBillRefusedThere · EWayBillKnown · anything else when nobody knows whether it was made
   */
  abstract make(asked: EWayRequest, irn: string | null): Promise<KnownEWayBill>;
  /** The last one it has made of this paper; null: none. */
  abstract find(asked: EWayRequest): Promise<KnownEWayBill | null>;
  /**
   * Cancels one; one that is cancelled already is cancelled.
   * @throws EWayBillRefusedThere · anything else when nobody knows whether it was cancelled
   */
  abstract cancel(number: string): Promise<void>;
}
