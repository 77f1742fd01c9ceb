import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ServiceKeys } from '#platform/crypto';
import { codeOf } from '../domain/delivery-code.js';

/** The code a receiver says at her door to whoever brings a parcel of a maker's own carrier: a keyed hash, stored nowhere. */
@Injectable()
export class DeliveryCodes {
  constructor(private readonly keys: ServiceKeys) {}

  of(shipmentId: string): string {
    return codeOf(this.keys.hmac('code', 'fulfilment.delivery', shipmentId));
  }

  /** Compared in constant time. */
  is(shipmentId: string, said: string): boolean {
    const [code, given] = [Buffer.from(this.of(shipmentId)), Buffer.from(said)];
    return code.length === given.length && timingSafeEqual(code, given);
  }
}
