import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { KeptFiles, ObjectStore, randomKey, type SignedUpload } from '#platform/storage';
import { SellersQuery } from '#sellers';
import { PictureUploads } from '../data/picture-uploads.repository.js';
import type { ImageType } from '../domain/image.js';

/** Long enough for five megabytes over a bad line. */
const open_minutes = 15;

export interface UploadAsked {
  uploadId: string;
  until: Date;
  upload: SignedUpload;
}

@Injectable()
export class AskUpload {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: ObjectStore,
    private readonly files: KeptFiles,
    private readonly uploads: PictureUploads,
    private readonly sellers: SellersQuery,
  ) {}

  /**
   * Tells a maker where to send one picture herself. What comes there lies apart, is believed only once she confirms it, and
   * is swept away if she does not.
   * @param sellerId  the organisation the caller acts for
   * @param size_bytes  exactly: the address takes no other
   * @throws seller_unknown (404), too_many_uploads (429)
   * @rule S-58
   */
  async run(sellerId: string, picture: { type: ImageType; size_bytes: number }): Promise<UploadAsked> {
    const [uploadId, storage_key] = [newId(), randomKey()];
    const until = await this.work.run(async (tx) => {
      await this.sellers.byId(tx, sellerId);
      await this.files.expect(tx, [storage_key]);
      const terms = { content_type: picture.type, size_bytes: picture.size_bytes };
      return this.uploads.open(tx, { id: uploadId, seller_id: sellerId, storage_key, ...terms }, open_minutes);
    });
    return { uploadId, until, upload: await this.store.invite(storage_key, { ...picture, until }) };
  }
}
