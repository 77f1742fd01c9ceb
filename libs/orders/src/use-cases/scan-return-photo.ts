import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { SealedFiles } from '#platform/files';
import { log } from '#platform/observability';
import { fileOf, ReturnPhotos } from '../data/return-photos.repository.js';

@Injectable()
export class ScanReturnPhoto {
  constructor(
    private readonly work: UnitOfWork,
    private readonly photos: ReturnPhotos,
    private readonly files: SealedFiles,
  ) {}

  /**
   * Lets the scanner look at a photo nobody has seen yet. One with a virus ends and is destroyed; one that ended meanwhile stays
   * ended.
   * @throws ScannerSilent, so that the queue tries again; until then nobody sees the photo
   * @rule S-58
   */
  async run({ photoId }: { photoId: string }): Promise<void> {
    const verdict = await this.files.scan(async (tx) => {
      const photo = await this.photos.known(tx, photoId);
      return photo?.state === 'waiting' ? fileOf(photo) : null;
    });
    if (verdict === null) return;
    if (verdict === 'infected') log.warn({ photoId }, 'a photo with a virus was refused');
    await this.work.run(async (tx) => {
      await this.photos.scanned(tx, photoId, verdict);
      const object = { kind: 'orders.return_photo', id: photoId };
      tx.audit({ action: 'orders.return_photo_scanned', object, after: { verdict } });
    });
  }
}
