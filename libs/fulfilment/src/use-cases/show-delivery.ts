import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { SealedFiles } from '#platform/files';
import { newId, type Cause } from '#platform/kernel';
import { checkUpload } from '#platform/uploads';
import { deliveryPhotoAt, DeliveryPhotos, type DeliveryPhoto } from '../data/delivery-photos.repository.js';
import { Shipments, type Shipment } from '../data/shipments.repository.js';
import { ScanDeliveryPhotoJob } from '../domain/delivery-photo.jobs.js';
import { fail } from '../domain/shipment.errors.js';
import { TakeStep } from './take-step.js';

@Injectable()
export class ShowDelivery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shipments: Shipments,
    private readonly photos: DeliveryPhotos,
    private readonly takeStep: TakeStep,
    private readonly files: SealedFiles,
  ) {}

  /**
   * The maker shows that a parcel she carried, or sent with a carrier of her own, has arrived, where nobody could tell her the
   * code: at a neighbour's, at the gate. The photo is painted anew and sealed; the parcel has arrived when the scanner has looked.
   * @param fileName  as it was called; its ending has to fit, and it is not kept
   * @throws shipment_not_found, also for another's (404) · illegal_transition, carried_by_courier, delivery_photo_there (409) ·
   *         file_unreadable, file_too_large, file_unsafe (422)
   * @rule SM-5 S-58
   */
  async run(cause: Cause, fileName: string, sent: Buffer): Promise<DeliveryPhoto> {
    const id = newId();
    // Looked at before the file is, so that nobody keeps us busy with what is not wanted, and again when it is kept.
    const { receiver_id } = await this.work.run((tx) => this.welcome(tx, cause));
    const file = await checkUpload(sent, fileName);
    await this.files.keep(deliveryPhotoAt({ id, receiver_id }), file.bytes, async (tx, storageKey) => {
      const shipment = await this.welcome(tx, cause);
      await this.photos.add(tx, shipment, { id, storageKey }, file);
      tx.enqueue(ScanDeliveryPhotoJob, { photoId: id });
      const object = { kind: 'fulfilment.delivery_photo', id };
      tx.audit({ action: 'fulfilment.delivery_photo_given', object, after: { shipment: shipment.id } });
    });
    return this.work.run(async (tx) => (await this.photos.known(tx, id))!);
  }

  private async welcome(tx: Tx, cause: Cause): Promise<Shipment> {
    const planned = await this.shipments.ofCause(tx, cause);
    if (!planned || planned.seller_id !== tx.actor.organisationId) throw fail('shipment_not_found');
    const shipment = await this.shipments.lock(tx, planned.id);
    this.takeStep.assertSelfCarried(shipment, 'deliver');
    const there = await this.photos.ofShipment(tx, shipment.id);
    if (there !== null && there.state !== 'infected') throw fail('delivery_photo_there');
    return shipment;
  }
}
