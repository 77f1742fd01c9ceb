import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { SealedFiles } from '#platform/files';
import { DeliveryPhotos } from '../data/delivery-photos.repository.js';

@Injectable()
export class DestroyDeliveryPhoto {
  constructor(
    private readonly work: UnitOfWork,
    private readonly photos: DeliveryPhotos,
    private readonly files: SealedFiles,
  ) {}

  /** Takes an ended photo out of the store; a second time there is nothing to take. @rule S-66 */
  async run({ photoId }: { photoId: string }): Promise<void> {
    const photo = await this.work.run((tx) => this.photos.known(tx, photoId));
    if (!photo || photo.state === 'waiting' || photo.state === 'clean') return;
    await this.files.remove(photo.storage_key);
    await this.work.run((tx) => this.photos.destroyed(tx, photoId));
  }
}
