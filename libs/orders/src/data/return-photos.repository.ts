import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import type { FileAt, StoredFile } from '#platform/files';
import type { SafeFile } from '#platform/uploads';
import { fail } from '../domain/order.errors.js';
import { DestroyReturnPhotoJob } from '../domain/return-photo.jobs.js';
import { returnPhotoStates } from '../domain/return-photo.js';
import type { Order } from './orders.repository.js';
import { ReturnPhotoEntity } from './return-photo.entity.js';

const photoRow = z.object({
  id: z.uuid(),
  order_id: z.uuid(),
  request_id: z.uuid().nullable(),
  buyer_id: z.uuid(),
  content_type: z.enum(['application/pdf', 'image/jpeg']),
  size_bytes: z.number(),
  sha256: z.string(),
  storage_key: z.string(),
  state: z.enum(returnPhotoStates),
  given_at: z.date(),
});
export type ReturnPhoto = z.infer<typeof photoRow>;
const columns = Object.keys(photoRow.shape).join(', ');
const ids = z.object({ id: z.uuid() });

/** More than all requests of an order together may have. */
export const returnPhotos_max = 400;

/** How a photo is sealed: with its shopper's key, so that it goes with her. @rule S-63 */
export const returnPhotoAt = ({ id, buyer_id }: Pick<ReturnPhoto, 'id' | 'buyer_id'>): FileAt => ({
  subjectId: buyer_id,
  place: { table: 'orders.return_photo', column: 'file', row: id },
});
export const fileOf = (photo: ReturnPhoto): StoredFile => ({ ...returnPhotoAt(photo), storageKey: photo.storage_key });

/** Photos of goods that are to go back. */
@Injectable()
export class ReturnPhotos {
  add(
    tx: Tx,
    order: Order,
    of: { id: string; requestId: string | null; storageKey: string },
    { type, bytes }: SafeFile,
  ): Promise<void> {
    return tx.insert(ReturnPhotoEntity, {
      ...{ id: of.id, order_id: order.id, request_id: of.requestId },
      ...{ buyer_id: order.buyer_id, seller_id: order.seller_id },
      ...{ content_type: type, size_bytes: bytes.length, storage_key: of.storageKey },
      sha256: createHash('sha256').update(bytes).digest('hex'),
      ...{ state: 'waiting', given_at: tx.now, scanned_at: null, ended_at: null, destroyed_at: null },
    });
  }

  /** Those of an order that have not ended, and those the scanner refused, oldest first. */
  of(tx: Tx, orderId: string): Promise<ReturnPhoto[]> {
    return tx.many(
      photoRow,
      `select ${columns} from orders.return_photo
        where order_id = $1 and state in ('waiting', 'clean', 'infected') order by given_at, id limit ${returnPhotos_max}`,
      [orderId],
    );
  }

  /** One of an order's that is there, or that the scanner refused. @throws return_photo_unknown (404) */
  async find(tx: Tx, orderId: string, id: string): Promise<ReturnPhoto> {
    const found = await this.known(tx, id);
    const isThere = found !== null && ['waiting', 'clean', 'infected'].includes(found.state);
    if (!isThere || found.order_id !== orderId) throw fail('return_photo_unknown');
    return found;
  }

  /** For the system's own work. */
  known(tx: Tx, id: string): Promise<ReturnPhoto | null> {
    return tx.maybe(photoRow, `select ${columns} from orders.return_photo where id = $1`, [id]);
  }

  /** She asks: what she has shown so far belongs to the request. @returns how many */
  claim(tx: Tx, orderId: string, requestId: string): Promise<number> {
    return tx.run(
      `update orders.return_photo set request_id = $2
        where order_id = $1 and request_id is null and state in ('waiting', 'clean')`,
      [orderId, requestId],
    );
  }

  /** What the scanner said; a photo that ended meanwhile stays ended. */
  async scanned(tx: Tx, id: string, verdict: 'clean' | 'infected'): Promise<void> {
    await tx.run(
      `update orders.return_photo
          set state = $2, scanned_at = $3, ended_at = case when $2 = 'infected' then $3::timestamptz end
        where id = $1 and state = 'waiting'`,
      [id, verdict, tx.now],
    );
    if (verdict === 'infected') tx.enqueue(DestroyReturnPhotoJob, { photoId: id });
  }

  /** Ends one for good; that it leaves the store follows. @rule S-66 */
  async end(tx: Tx, id: string, why: 'removed' | 'expired'): Promise<void> {
    const sql = `update orders.return_photo set state = $2, ended_at = $3 where id = $1 and ended_at is null`;
    await tx.run(sql, [id, why, tx.now]);
    tx.enqueue(DestroyReturnPhotoJob, { photoId: id });
  }

  /** Those nobody asked anything with, and those whose requests ended, each before its instant. */
  async outlived(tx: Tx, before: { loose: Date; asked: Date }, limit: number): Promise<string[]> {
    const rows = await tx.many(
      ids,
      `select p.id from orders.return_photo p left join orders.return_request r on r.id = p.request_id
        where p.ended_at is null
          and (p.request_id is null and p.given_at < $1
               or r.status in ('refunded', 'exchanged', 'rejected', 'withdrawn', 'ended') and r.changed_at < $2)
        order by p.given_at limit $3 for update of p skip locked`,
      [before.loose, before.asked, limit],
    );
    return rows.map(({ id }) => id);
  }

  async destroyed(tx: Tx, id: string): Promise<void> {
    const sql = `update orders.return_photo set destroyed_at = $2 where id = $1 and destroyed_at is null`;
    await tx.run(sql, [id, tx.now]);
  }
}
