import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { SealedFiles } from '#platform/files';
import { fail } from '../domain/order.errors.js';
import { assertShown } from '../domain/return-photo.js';
import { fileOf, ReturnPhotos, type ReturnPhoto } from './return-photos.repository.js';

/** A photo that may be handed to who asks. */
export interface OpenedPhoto {
  photo: ReturnPhoto;
  bytes: Buffer;
}

/** Who looks: the shopper at all of hers; maker and desk at those she asked with. */
export type Looks = 'shopper' | 'others';

/**
 * What a shopper shows of goods she sends back, for her, their maker and the desk; to anybody else the order is not there. That
 * one was opened is recorded.
 * @rule S-42 S-58
 */
@Injectable()
export class ReturnPhotosQuery {
  constructor(
    private readonly photos: ReturnPhotos,
    private readonly files: SealedFiles,
  ) {}

  /** @throws order_not_found (404) */
  async of(tx: Tx, orderId: string, who: Looks): Promise<ReturnPhoto[]> {
    await assertSees(tx, orderId, who);
    return (await this.photos.of(tx, orderId)).filter((photo) => isShownTo(who, photo));
  }

  /** @throws order_not_found, return_photo_unknown (404), return_photo_not_scanned (409), return_photo_infected (410) */
  async read(tx: Tx, orderId: string, id: string, who: Looks): Promise<OpenedPhoto> {
    await assertSees(tx, orderId, who);
    const photo = await this.photos.find(tx, orderId, id);
    if (!isShownTo(who, photo)) throw fail('return_photo_unknown');
    assertShown(photo.state);
    const bytes = await this.files.open(tx, fileOf(photo));
    if (bytes === null) throw fail('return_photo_unknown');
    tx.audit({ action: 'orders.return_photo_read', object: { kind: 'orders.return_photo', id } });
    return { photo, bytes };
  }
}

/** Her own order; what her maker sees of it is not all that she sees. */
async function assertSees(tx: Tx, orderId: string, who: Looks): Promise<void> {
  const sql = `select 1 from orders."order" where id = $1 and ($2 or buyer_id = $3)`;
  if ((await tx.run(sql, [orderId, who === 'others', tx.actor.personId])) === 0) throw fail('order_not_found');
}

const isShownTo = (who: Looks, photo: ReturnPhoto): boolean => who === 'shopper' || photo.request_id !== null;
