import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient, type Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { ObjectStore } from '#platform/storage';
import { fail } from '../domain/listing.errors.js';
import { imageTypes, type ImageType } from '../domain/image.js';

const mediaRow = z.object({ storage_key: z.string(), content_type: z.enum(imageTypes as [ImageType, ...ImageType[]]) });

export interface Picture {
  type: ImageType;
  bytes: Buffer;
}

@Injectable()
export class MediaQuery {
  constructor(
    private readonly read: ReadClient,
    private readonly store: ObjectStore,
  ) {}

  /** A picture of goods that everybody may see, or one of the platform's own. @throws media_unknown (404) */
  async shown(mediaId: string): Promise<Picture> {
    return this.open(
      await this.read.maybe(
        mediaRow,
        `select m.storage_key, m.content_type from catalogue.media m
          where m.id = $1
            and (m.seller_id is null
                 or exists (select from catalogue.listing_image i join catalogue.listing l on l.id = i.listing_id
                             where i.media_id = m.id and l.state in ('live', 'out_of_stock')))`,
        [mediaId],
      ),
    );
  }

  /** One of the maker's own, or of goods on the officer's desk. @throws media_unknown (404) @rule S-42 */
  async own(tx: Tx, mediaId: string): Promise<Picture> {
    return this.open(
      await tx.maybe(
        mediaRow,
        `select m.storage_key, m.content_type from catalogue.media m
          where m.id = $1
            and (m.seller_id = $2 or m.seller_id is null
                 or exists (select from catalogue.listing_image i join catalogue.listing l on l.id = i.listing_id
                             where i.media_id = m.id
                               and (l.desk_id = $2 or (l.above_desk_id = $2 and l.escalated_at is not null)))
                 or exists (select from catalogue.change_image i join catalogue.listing_change c on c.id = i.change_id
                             where i.media_id = m.id
                               and (c.desk_id = $2 or (c.above_desk_id = $2 and c.escalated_at is not null))))`,
        [mediaId, tx.actor.organisationId],
      ),
    );
  }

  private async open(row: z.infer<typeof mediaRow> | null): Promise<Picture> {
    if (!row) throw fail('media_unknown');
    const bytes = await this.store.get(row.storage_key);
    assert(bytes, 'a picture we know is in the store');
    return { type: row.content_type, bytes };
  }
}
