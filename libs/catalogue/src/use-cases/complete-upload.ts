import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { ObjectStore } from '#platform/storage';
import { PictureUploads, type PictureUpload } from '../data/picture-uploads.repository.js';
import { fail } from '../domain/upload.errors.js';
import { AddPictures } from './add-pictures.js';

@Injectable()
export class CompleteUpload {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: ObjectStore,
    private readonly uploads: PictureUploads,
    private readonly pictures: AddPictures,
  ) {}

  /**
   * The maker says that her picture has come: it is looked at by its bytes and becomes hers, under a key of its own, so that
   * whoever still has the address changes nothing any more. Said twice, or twice at once, it is one picture.
   * @returns the picture's id
   * @throws upload_unknown (404), upload_over (410), upload_missing (409), upload_size_differs, image_unreadable,
   *   image_too_large (422)
   * @rule S-58
   */
  async run(uploadId: string): Promise<string> {
    const upload = await this.work.run((tx) => this.uploads.own(tx, uploadId));
    if (upload.media_id !== null) return upload.media_id;
    if (upload.is_over) throw fail('upload_over', { until: upload.until.toISOString() });
    const bytes = await this.store.get(upload.storage_key);
    if (bytes === null) throw fail('upload_missing');
    if (bytes.length !== upload.size_bytes)
      throw fail('upload_size_differs', { size_bytes: upload.size_bytes, got_bytes: bytes.length });
    try {
      const [added] = await this.pictures.ofMaker(upload.seller_id, [bytes], (tx, [mediaId]) =>
        this.settle(tx, upload, mediaId!),
      );
      return added!.mediaId;
    } catch (error) {
      if (error instanceof SaidBefore) return error.mediaId;
      throw error;
    }
  }

  private async settle(tx: Tx, upload: PictureUpload, mediaId: string): Promise<void> {
    const { media_id } = await this.uploads.locked(tx, upload.id);
    if (media_id !== null) throw new SaidBefore(media_id);
    await this.uploads.became(tx, upload.id, mediaId);
  }
}

/** Another request for the same upload was faster: the picture it made is the one. */
class SaidBefore extends Error {
  constructor(readonly mediaId: string) {
    super('the upload was confirmed before');
  }
}
