import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { SealedFiles } from '#platform/files';
import { newId } from '#platform/kernel';
import { checkUpload } from '#platform/uploads';
import { PolicyQuery } from '#policy';
import { Orders, type Order } from '../data/orders.repository.js';
import { returnPhotoAt, ReturnPhotos } from '../data/return-photos.repository.js';
import { Returns } from '../data/returns.repository.js';
import { fail } from '../domain/order.errors.js';
import { ScanReturnPhotoJob } from '../domain/return-photo.jobs.js';
import { assertRoomFor } from '../domain/return-photo.js';

@Injectable()
export class AttachReturnPhoto {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: Orders,
    private readonly returns: Returns,
    private readonly photos: ReturnPhotos,
    private readonly files: SealedFiles,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * The shopper shows what is wrong with goods: before she asks to send them back, while she may, or until their maker answers. It is
   * painted anew, sealed, and shown to nobody before the scanner has looked.
   * @param fileName  as it was called; its ending has to fit, and it is not kept
   * @returns the photo's id
   * @throws order_not_found (404) · return_window_over, return_photos_not_now, too_many_return_photos (409) ·
   *         file_unreadable, file_too_large, file_unsafe (422)
   * @rule SM-4 S-58 S-52
   */
  async run(orderId: string, fileName: string, sent: Buffer): Promise<string> {
    const id = newId();
    // Looked at before the file is, so that nobody keeps us busy with what is not wanted, and again when it is kept.
    const { order } = await this.work.run((tx) => this.welcome(tx, orderId));
    const file = await checkUpload(sent, fileName);
    await this.files.keep(returnPhotoAt({ id, buyer_id: order.buyer_id }), file.bytes, async (tx, storageKey) => {
      const { order: held, requestId } = await this.welcome(tx, orderId);
      await this.photos.add(tx, held, { id, requestId, storageKey }, file);
      tx.enqueue(ScanReturnPhotoJob, { photoId: id });
      const object = { kind: 'orders.return_photo', id };
      tx.audit({ action: 'orders.return_photo_attached', object, after: { order: orderId } });
    });
    return id;
  }

  /** The order, and the request a photo of it belongs to; null: she has not asked yet. */
  private async welcome(tx: Tx, orderId: string): Promise<{ order: Order; requestId: string | null }> {
    const order = await this.orders.lock(tx, orderId);
    if (order.buyer_id !== tx.actor.personId) throw fail('order_not_found');
    const requestId = await this.requestOf(tx, order);
    const there = await this.photos.of(tx, orderId);
    const same = there.filter((photo) => photo.request_id === requestId && photo.state !== 'infected');
    assertRoomFor(same.length, this.policy.at('returns.photos_max', tx.now));
    return { order, requestId };
  }

  private async requestOf(tx: Tx, order: Order): Promise<string | null> {
    if (order.state === 'return_requested') return (await this.returns.current(tx, order.id)).id;
    if (order.state !== 'delivered') throw fail('return_photos_not_now');
    if (order.returns_until !== null && order.returns_until <= tx.now) throw fail('return_window_over');
    return null;
  }
}
