import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { imageTypes, type ImageType } from '../domain/image.js';
import { fail } from '../domain/upload.errors.js';
import { PictureUploadEntity } from './media.entity.js';

const uploadRow = z.object({
  id: z.uuid(),
  seller_id: z.uuid(),
  storage_key: z.string(),
  content_type: z.enum(imageTypes as [ImageType, ...ImageType[]]),
  size_bytes: z.number(),
  until: z.date(),
  is_over: z.boolean(),
  media_id: z.uuid().nullable(),
});
export type PictureUpload = z.infer<typeof uploadRow>;

/** Addresses a maker may have open at once. */
const open_max = 100;

@Injectable()
export class PictureUploads {
  /**
   * Writes down an address that is about to be given; it is good for so many minutes.
   * @returns until when, by the database's clock
   * @throws too_many_uploads (429)
   * @rule S-52 S-58
   */
  async open(tx: Tx, upload: Omit<PictureUpload, 'until' | 'is_over' | 'media_id'>, minutes: number): Promise<Date> {
    const row = await tx.maybe(
      z.object({ open: z.number(), until: z.date() }),
      `select (select count(*)::integer from catalogue.picture_upload
                where seller_id = $1 and media_id is null and until > clock_timestamp()) as open,
              clock_timestamp() + make_interval(mins => $2) as until`,
      [upload.seller_id, minutes],
    );
    if (row!.open >= open_max) throw fail('too_many_uploads', { open_max });
    await tx.insert(PictureUploadEntity, { ...upload, until: row!.until, media_id: null });
    return row!.until;
  }

  /** One of the caller's own. @throws upload_unknown (404) @rule S-42 */
  own(tx: Tx, id: string): Promise<PictureUpload> {
    return this.one(tx, id, '');
  }

  /** The same, locked until the end of the transaction. @throws upload_unknown (404) */
  locked(tx: Tx, id: string): Promise<PictureUpload> {
    return this.one(tx, id, 'for update');
  }

  async became(tx: Tx, id: string, mediaId: string): Promise<void> {
    await tx.run(`update catalogue.picture_upload set media_id = $2 where id = $1`, [id, mediaId]);
  }

  /** Forgets addresses that have been over for a day: what came there is swept by then. */
  async forget(tx: Tx, at_most: number): Promise<void> {
    await tx.run(
      `delete from catalogue.picture_upload where id in (
         select id from catalogue.picture_upload where until < clock_timestamp() - interval '1 day'
          order by until limit $1 for update skip locked)`,
      [at_most],
    );
  }

  private async one(tx: Tx, id: string, lock: string): Promise<PictureUpload> {
    const row = await tx.maybe(
      uploadRow,
      `select id, seller_id, storage_key, content_type, size_bytes, until, until <= clock_timestamp() as is_over, media_id
         from catalogue.picture_upload where id = $1 and seller_id = $2 ${lock}`,
      [id, tx.actor.organisationId],
    );
    if (!row) throw fail('upload_unknown');
    return row;
  }
}
