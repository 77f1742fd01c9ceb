import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { SealedFiles } from '#platform/files';
import { log } from '#platform/observability';
import { DeliveryPhotos, fileOf } from '../data/delivery-photos.repository.js';
import { Shipments } from '../data/shipments.repository.js';
import { shipmentStates } from '../domain/shipment.states.js';
import { TakeStep } from './take-step.js';

@Injectable()
export class ScanDeliveryPhoto {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shipments: Shipments,
    private readonly photos: DeliveryPhotos,
    private readonly takeStep: TakeStep,
    private readonly files: SealedFiles,
  ) {}

  /**
   * Lets the scanner look at a photo nobody has seen yet. A clean one proves that its parcel has arrived, unless that was proved
   * otherwise meanwhile; one with a virus proves nothing and is destroyed.
   * @throws ScannerSilent, so that the queue tries again; until then nobody sees the photo
   * @rule SM-5 S-58
   */
  async run({ photoId }: { photoId: string }): Promise<void> {
    const verdict = await this.files.scan(async (tx) => {
      const photo = await this.photos.known(tx, photoId);
      return photo?.state === 'waiting' ? fileOf(photo) : null;
    });
    if (verdict === null) return;
    if (verdict === 'infected') log.warn({ photoId }, 'a photo with a virus was refused');
    await this.work.run(async (tx) => {
      const photo = (await this.photos.known(tx, photoId))!;
      const shipment = await this.shipments.lock(tx, photo.shipment_id);
      if (!(await this.photos.scanned(tx, photoId, verdict))) return;
      const object = { kind: 'fulfilment.delivery_photo', id: photoId };
      tx.audit({ action: 'fulfilment.delivery_photo_scanned', object, after: { verdict } });
      if (verdict === 'infected' || !shipmentStates.can(shipment.state, 'deliver')) return;
      await this.shipments.noteProof(tx, shipment.id, 'photo');
      await this.takeStep.inside(tx, { ...shipment, delivery_proof: 'photo' }, 'deliver', tx.now);
    });
  }
}
