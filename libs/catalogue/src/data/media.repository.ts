import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { KeptFiles } from '#platform/storage';
import { pictureStates, type PictureFault } from '../domain/broken-picture.js';
import type { ImageFacts } from '../domain/image.js';
import { MakeRenditionsJob } from '../domain/media.jobs.js';
import type { Extent, Rendition } from '../domain/renditions.js';

/** A picture whose file lies in the store, about to become a row. */
export interface NewMedia extends ImageFacts {
  id: string;
  /** Null: the platform's own. */
  seller_id: string | null;
  size_bytes: number;
  /** Of the whole file, in hex. */
  sha256: string;
  storage_key: string;
}

const waitingRow = z.object({
  id: z.uuid(),
  seller_id: z.uuid().nullable(),
  storage_key: z.string(),
  state: z.enum(pictureStates),
});
/** A picture nobody has painted anew yet. */
export type WaitingMedia = z.infer<typeof waitingRow>;

@Injectable()
export class Media {
  constructor(private readonly files: KeptFiles) {}

  /**
   * Writes rows that claim their files, and orders their renditions. One of the platform's that is there already is passed
   * over: its file stays unclaimed.
   * @returns ids of the rows written
   */
  async add(tx: Tx, rows: readonly NewMedia[]): Promise<string[]> {
    const written = await tx.many(
      z.object({ id: z.uuid(), storage_key: z.string() }),
      `insert into catalogue.media
              (id, seller_id, content_type, size_bytes, width_px, height_px, sha256, storage_key, uploaded_at)
       select id, seller_id, type, size_bytes, width_px, height_px, decode(sha256, 'hex'), storage_key, $2
         from jsonb_to_recordset($1::jsonb) as r(id uuid, seller_id uuid, type text, size_bytes integer,
                                                 width_px integer, height_px integer, sha256 text, storage_key text)
       on conflict (sha256) where seller_id is null do nothing
       returning id, storage_key`,
      [JSON.stringify(rows), tx.now],
    );
    await this.files.claimFresh(
      tx,
      written.map((row) => row.storage_key),
    );
    for (const { id } of written) tx.enqueue(MakeRenditionsJob, { mediaId: id });
    return written.map((row) => row.id);
  }

  /** One that waits to be painted, locked until the end of the transaction; null when it does not, or is gone. */
  async waiting(tx: Tx, mediaId: string): Promise<WaitingMedia | null> {
    return tx.maybe(
      waitingRow,
      `select id, seller_id, storage_key, state from catalogue.media where id = $1 and state = 'waiting' for update`,
      [mediaId],
    );
  }

  /** Whether all pictures of goods have been painted, and so compared with those of others. @rule */
  async arePainted(tx: Tx, listingId: string): Promise<boolean> {
    const sql = `select from catalogue.listing_image i join catalogue.media m on m.id = i.media_id
                  where i.listing_id = $1 and m.state = 'waiting' limit 1`;
    return (await tx.run(sql, [listingId])) === 0;
  }

  /** Orders once more what waited too long to be painted: its job was lost, or its picture is older than renditions. */
  async orderLeft(tx: Tx, limit: number): Promise<void> {
    const left = await tx.many(
      z.object({ id: z.uuid() }),
      `select id from catalogue.media where state = 'waiting' and uploaded_at < $1::timestamptz - interval '15 minutes'
        order by uploaded_at, id limit $2`,
      [tx.now, limit],
    );
    for (const { id } of left) tx.enqueue(MakeRenditionsJob, { mediaId: id });
  }

  async ready(tx: Tx, mediaId: string, extent: Extent, renditions: readonly Rendition[]): Promise<void> {
    await tx.run(
      `update catalogue.media set state = 'ready', width_px = $2, height_px = $3, renditions = $4 where id = $1`,
      [mediaId, extent.width_px, extent.height_px, JSON.stringify(renditions)],
    );
  }

  async broken(tx: Tx, mediaId: string, fault: PictureFault): Promise<void> {
    await tx.run(`update catalogue.media set state = 'broken', fault = $2 where id = $1`, [mediaId, fault]);
  }

  /** The platform's own pictures among those with these digests: digest → id. */
  async ofPlatform(tx: Tx, digests: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.many(
      z.object({ id: z.uuid(), sha256: z.string() }),
      `select id, encode(sha256, 'hex') as sha256 from catalogue.media
        where seller_id is null and sha256 in (select decode(d, 'hex') from unnest($1::text[]) d)`,
      [digests],
    );
    return new Map(rows.map((row) => [row.sha256, row.id]));
  }
}
