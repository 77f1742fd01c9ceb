import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ServiceKeys } from '#platform/crypto';

const id_bytes = 16;
const mac_bytes = 32;
export const order_link_length = 64;

/** Links by which guests follow their orders: the order's id and a keyed hash of it, 256 bits that nobody guesses. */
@Injectable()
export class OrderLinks {
  constructor(private readonly keys: ServiceKeys) {}

  of(orderId: string): string {
    return Buffer.concat([Buffer.from(orderId.replaceAll('-', ''), 'hex'), this.macOf(orderId)]).toString('base64url');
  }

  /** The order a link is for; null when we never gave it. The hash is compared in constant time. @rule S-36 */
  orderOf(link: string): string | null {
    const bytes = Buffer.from(link, 'base64url');
    if (bytes.length !== id_bytes + mac_bytes) return null;
    const hex = bytes.subarray(0, id_bytes).toString('hex');
    const orderId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    return timingSafeEqual(bytes.subarray(id_bytes), this.macOf(orderId)) ? orderId : null;
  }

  private macOf(orderId: string): Buffer {
    return this.keys.hmac('link', 'orders.order', orderId);
  }
}
