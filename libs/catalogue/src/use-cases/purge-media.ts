import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { KeptFiles } from '#platform/storage';
import { PictureUploads } from '../data/picture-uploads.repository.js';
import { rendition, renditionKey } from '../domain/renditions.js';

/** A picture that stands in no listing after this time was uploaded in vain. */
const unused_days = 30;
const at_most = 200;

@Injectable()
export class PurgeMedia {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: KeptFiles,
    private readonly uploads: PictureUploads,
  ) {}

  /**
   * Forgets a maker's pictures nobody used. The row goes, and in the same transaction its files are nobody's, which the
   * sweep takes away: no row points nowhere and no file is left behind, whenever a process dies. Run by a clock, in small bites.
   * @returns pictures forgotten
   * @rule S-66
   */
  run(): Promise<number> {
    return this.work.run(async (tx) => {
      await this.uploads.forget(tx, at_most);
      // Real time, as uploads are. Who is putting one into a listing now holds its row: it is passed over.
      const gone = await tx.many(
        z.object({ storage_key: z.string(), renditions: z.array(rendition) }),
        `delete from catalogue.media where id in (
           select m.id from catalogue.media m
            where m.uploaded_at < clock_timestamp() - make_interval(days => $1) and m.seller_id is not null
              and not exists (select from catalogue.listing_image i where i.media_id = m.id)
              and not exists (select from catalogue.change_image i where i.media_id = m.id)
            order by m.uploaded_at limit $2 for update skip locked)
         returning storage_key, renditions`,
        [unused_days, at_most],
      );
      await this.files.release(
        tx,
        gone.flatMap((row) => [row.storage_key, ...row.renditions.map((made) => renditionKey(row.storage_key, made))]),
      );
      return gone.length;
    });
  }
}
