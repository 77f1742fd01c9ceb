import type { Inv01 } from '../domain/inv01.js';
import type { QrSays } from '../domain/registered.js';

/** How the portal answers of an invoice it knows; its signature was checked. */
export interface Registered {
  irn: string;
  ackNumber: string;
  ackAt: Date;
  /** The code to scan, as it is to be printed, and the whole invoice: both signed (JWS). */
  signedQr: string;
  signedInvoice: string;
  /** Its supplier took it back there: no paper has this number any more. */
  isCancelled: boolean;
  /** What the code says. */
  qr: QrSays;
}

/** The portal will not have this invoice; asked again it says the same. */
export class IrpRefused extends Error {
  /** @param code  the portal's own */
  constructor(readonly code: string) {
    super(`the invoice portal refused with ${code}`);
  }
}

/** It knows an invoice of this supplier, year, type and number: by another call of ours, perhaps one never answered. */
export class IrpKnowsIt extends Error {}

/** The government's portal for e-invoices (Invoice Registration Portal). @rule STD-5.1 */
export abstract class Irp {
  /** @throws IrpRefused · IrpKnowsIt · anything else when nobody knows whether it came in */
  abstract register(invoice: Inv01): Promise<Registered>;
  /** What it knows of a document; null: nothing. */
  abstract find(of: { gstin: string; type: string; number: string; date: string }): Promise<Registered | null>;
}
