import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import type { StoredFile } from '#platform/files';
import type { SafeFile } from '#platform/uploads';
import { DestroyDeliveryPhotoJob } from '../domain/delivery-photo.jobs.js';
import { deliveryPhotoStates } from '../domain/delivery-photo.js';
import { DeliveryPhotoEntity } from './delivery-photo.entity.js';
import type { Shipment } from './shipments.repository.js';

const photoRow = z.object({
  id: z.uuid(),
  shipment_id: z.uuid(),
  receiver_id: z.uuid(),
  content_type: z.enum(['application/pdf', 'image/jpeg']),
  size_bytes: z.number(),
  sha256: z.string(),
  storage_key: z.string(),
  state: z.enum(deliveryPhotoStates),
  given_at: z.date(),
});
export type DeliveryPhoto = z.infer<typeof photoRow>;
const columns = Object.keys(photoRow.shape).join(', ');

/** How a photo is sealed: with its receiver's key, so that it goes with her. @rule S-63 */
export const deliveryPhotoAt = ({ id, receiver_id }: Pick<DeliveryPhoto, 'id' | 'receiver_id'>) => ({
  subjectId: receiver_id,
  place: { table: 'fulfilment.delivery_photo', column: 'file', row: id },
});
export const fileOf = (photo: DeliveryPhoto): StoredFile => ({
  ...deliveryPhotoAt(photo),
  storageKey: photo.storage_key,
});

/** Photos that show that parcels have arrived. */
@Injectable()
export class DeliveryPhotos {
  add(tx: Tx, shipment: Shipment, of: { id: string; storageKey: string }, { type, bytes }: SafeFile): Promise<void> {
    return tx.insert(DeliveryPhotoEntity, {
      ...{ id: of.id, shipment_id: shipment.id, seller_id: shipment.seller_id, receiver_id: shipment.receiver_id },
      ...{ content_type: type, size_bytes: bytes.length, storage_key: of.storageKey },
      sha256: createHash('sha256').update(bytes).digest('hex'),
      ...{ state: 'waiting', given_at: tx.now, scanned_at: null, ended_at: null, destroyed_at: null },
    });
  }

  /** The last one of a parcel. */
  ofShipment(tx: Tx, shipmentId: string): Promise<DeliveryPhoto | null> {
    return tx.maybe(
      photoRow,
      `select ${columns} from fulfilment.delivery_photo where shipment_id = $1 order by given_at desc, id desc limit 1`,
      [shipmentId],
    );
  }

  /** For the system's own work. */
  known(tx: Tx, id: string): Promise<DeliveryPhoto | null> {
    return tx.maybe(photoRow, `select ${columns} from fulfilment.delivery_photo where id = $1`, [id]);
  }

  /** What the scanner said; one that ended meanwhile stays ended. @returns whether it waited for that */
  async scanned(tx: Tx, id: string, verdict: 'clean' | 'infected'): Promise<boolean> {
    const waited = await tx.run(
      `update fulfilment.delivery_photo
          set state = $2, scanned_at = $3, ended_at = case when $2 = 'infected' then $3::timestamptz end
        where id = $1 and state = 'waiting'`,
      [id, verdict, tx.now],
    );
    if (waited === 1 && verdict === 'infected') tx.enqueue(DestroyDeliveryPhotoJob, { photoId: id });
    return waited === 1;
  }

  /** Ends those given before an instant; that they leave the store follows. @returns how many @rule S-66 */
  async expire(tx: Tx, before: Date, limit: number): Promise<number> {
    const old = await tx.many(
      z.object({ id: z.uuid() }),
      `select id from fulfilment.delivery_photo where ended_at is null and given_at < $1
        order by given_at limit $2 for update skip locked`,
      [before, limit],
    );
    for (const { id: photoId } of old) {
      const sql = `update fulfilment.delivery_photo set state = 'expired', ended_at = $2 where id = $1`;
      await tx.run(sql, [photoId, tx.now]);
      tx.enqueue(DestroyDeliveryPhotoJob, { photoId });
    }
    return old.length;
  }

  async destroyed(tx: Tx, id: string): Promise<void> {
    const sql = `update fulfilment.delivery_photo set destroyed_at = $2 where id = $1 and destroyed_at is null`;
    await tx.run(sql, [id, tx.now]);
  }
}
