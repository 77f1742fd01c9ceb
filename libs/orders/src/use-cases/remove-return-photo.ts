import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Orders } from '../data/orders.repository.js';
import { ReturnPhotos } from '../data/return-photos.repository.js';
import { fail } from '../domain/order.errors.js';

@Injectable()
export class RemoveReturnPhoto {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: Orders,
    private readonly photos: ReturnPhotos,
  ) {}

  /**
   * The shopper takes a photo back that she has not asked with yet; what her maker has seen stays.
   * @throws order_not_found, return_photo_unknown (404) · return_photos_not_now (409)
   * @rule S-66
   */
  run(orderId: string, photoId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const order = await this.orders.lock(tx, orderId);
      if (order.buyer_id !== tx.actor.personId) throw fail('order_not_found');
      const photo = await this.photos.find(tx, orderId, photoId);
      if (photo.request_id !== null) throw fail('return_photos_not_now');
      await this.photos.end(tx, photo.id, 'removed');
      tx.audit({ action: 'orders.return_photo_removed', object: { kind: 'orders.return_photo', id: photoId } });
    });
  }
}
