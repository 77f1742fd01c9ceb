import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient, type Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { ObjectStore } from '#platform/storage';
import { pictureFaults, pictureStates, type PictureFault, type PictureState } from '../domain/broken-picture.js';
import { fail } from '../domain/listing.errors.js';
import { imageTypes, type ImageType } from '../domain/image.js';
import {
  rendition,
  renditionKey,
  shownAs,
  type Extent,
  type PictureSize,
  type RenditionFormat,
} from '../domain/renditions.js';

const mediaRow = z.object({
  storage_key: z.string(),
  content_type: z.enum(imageTypes as [ImageType, ...ImageType[]]),
  state: z.enum(pictureStates),
  renditions: z.array(rendition),
});
const columns = 'm.storage_key, m.content_type, m.state, m.renditions';

export interface Picture {
  type: ImageType;
  bytes: Buffer;
}

/** One of the files made of a picture. */
export interface ShownPicture {
  size: PictureSize;
  format: RenditionFormat;
  /** Changes whenever the bytes would. */
  tag: string;
  bytes(): Promise<Buffer>;
}

const factsRow = z.object({
  id: z.uuid(),
  width_px: z.number(),
  height_px: z.number(),
  state: z.enum(pictureStates),
  fault: z.enum(pictureFaults).nullable(),
});
export type PictureFacts = Extent & { id: string; state: PictureState; fault: PictureFault | null };

@Injectable()
export class MediaQuery {
  constructor(
    private readonly read: ReadClient,
    private readonly store: ObjectStore,
  ) {}

  /**
   * A picture of goods that everybody may see, or one of the platform's own. What its maker sent is shown to nobody: only
   * what was painted anew.
   * @returns null as long as it waits for that, or cannot be painted
   * @throws media_unknown (404)
   * @rule S-58
   */
  async shown(mediaId: string, asked: { size: PictureSize; format: RenditionFormat }): Promise<ShownPicture | null> {
    const row = await this.read.maybe(
      mediaRow,
      `select ${columns} from catalogue.media m
        where m.id = $1
          and (m.seller_id is null
               or exists (select from catalogue.listing_image i join catalogue.listing l on l.id = i.listing_id
                           where i.media_id = m.id and l.state in ('live', 'out_of_stock')))`,
      [mediaId],
    );
    if (!row) throw fail('media_unknown');
    const made = shownAs(row.renditions, asked);
    if (made === null) return null;
    return {
      size: made.size,
      format: made.format,
      tag: made.sha256,
      bytes: () => this.bytes(renditionKey(row.storage_key, made)),
    };
  }

  /**
   * One of the maker's own, or of goods on the officer's desk: as JPEG once it was painted anew, before that as it came.
   * @throws media_unknown (404)
   * @rule S-42 S-58
   */
  async own(tx: Tx, mediaId: string): Promise<Picture> {
    const row = await tx.maybe(
      mediaRow,
      `select ${columns} from catalogue.media m
        where m.id = $1
          and (m.seller_id = $2 or m.seller_id is null
               or exists (select from catalogue.listing_image i join catalogue.listing l on l.id = i.listing_id
                           where i.media_id = m.id
                             and (l.desk_id = $2 or (l.above_desk_id = $2 and l.escalated_at is not null)))
               or exists (select from catalogue.change_image i join catalogue.listing_change c on c.id = i.change_id
                           where i.media_id = m.id
                             and (c.desk_id = $2 or (c.above_desk_id = $2 and c.escalated_at is not null))))`,
      [mediaId, tx.actor.organisationId],
    );
    if (!row) throw fail('media_unknown');
    const made = shownAs(row.renditions, { size: 'large', format: 'jpeg' });
    return made === null
      ? { type: row.content_type, bytes: await this.bytes(row.storage_key) }
      : { type: 'image/jpeg', bytes: await this.bytes(renditionKey(row.storage_key, made)) };
  }

  /** How far a maker's own picture is, and why it cannot be shown. @throws media_unknown (404) @rule S-42 */
  async facts(tx: Tx, mediaId: string): Promise<PictureFacts> {
    const row = await tx.maybe(
      factsRow,
      `select id, width_px, height_px, state, fault from catalogue.media where id = $1 and seller_id = $2`,
      [mediaId, tx.actor.organisationId],
    );
    if (!row) throw fail('media_unknown');
    return row;
  }

  private async bytes(key: string): Promise<Buffer> {
    const bytes = await this.store.get(key);
    assert(bytes, 'a picture we know is in the store');
    return bytes;
  }
}
