import type { WebhookFault } from '#platform/crypto';
import type { Delivery } from '../domain/delivery.js';

/** What a provider tells of a message it took. */
export interface Receipt {
  /** Ours, by which it was handed over. */
  messageId: string;
  delivery: Delivery;
  /** Who tells it: only of what it carried itself. */
  provider: string;
}

/** Reads what a provider tells later of messages. */
export interface MessageReceipts {
  /**
   * Believes a notice or throws `ReceiptRejected`: signature over the raw bytes, at most 300 s old (S-18).
   * @returns null for a word we have no use for
   */
  read(rawBody: Uint8Array, headers: Readonly<Record<string, string | string[] | undefined>>): Receipt | null;
}

export class ReceiptRejected extends Error {
  constructor(readonly fault: WebhookFault) {
    super(`The notice was rejected: ${fault}.`);
    this.name = 'ReceiptRejected';
  }
}

export const MESSAGE_RECEIPTS = Symbol('MessageReceipts');
