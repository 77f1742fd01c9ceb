import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { assert, newId } from '#platform/kernel';
import { ObjectStore, randomKey } from '#platform/storage';
import { MediaEntity } from '../data/listing.entity.js';
import { readImage, type ImageFacts } from '../domain/image.js';

@Injectable()
export class UploadImage {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: ObjectStore,
  ) {}

  /**
   * Keeps a maker's picture under a random name. The file comes first and the row after it, so that no row points nowhere.
   * @param sellerId  the organisation the caller acts for
   * @throws image_unreadable, image_too_large (422)
   * @rule S-58
   */
  async run(sellerId: string, bytes: Buffer): Promise<{ mediaId: string } & ImageFacts> {
    const facts = readImage(bytes);
    const storage_key = randomKey();
    await this.store.put(storage_key, bytes);
    const mediaId = newId();
    await this.work.run(async (tx) => {
      assert(tx.actor.organisationId === sellerId, 'a picture belongs to whom the caller acts for');
      await tx.insert(MediaEntity, {
        id: mediaId,
        seller_id: sellerId,
        content_type: facts.type,
        size_bytes: bytes.length,
        width_px: facts.width_px,
        height_px: facts.height_px,
        sha256: createHash('sha256').update(bytes).digest(),
        storage_key,
        uploaded_at: tx.now,
      });
    });
    return { mediaId, ...facts };
  }
}
