import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { SealedFiles } from '#platform/files';
import type { Cause } from '#platform/kernel';
import { DeliveryPhotos, fileOf, type DeliveryPhoto } from '../data/delivery-photos.repository.js';
import { Shipments, type Shipment } from '../data/shipments.repository.js';
import { assertShown } from '../domain/delivery-photo.js';
import { isReceiver } from '../domain/receiver.js';
import { fail } from '../domain/shipment.errors.js';

/** A photo that may be handed to who asks. */
export interface OpenedDeliveryPhoto {
  photo: DeliveryPhoto;
  bytes: Buffer;
}

@Injectable()
export class ReadDeliveryPhoto {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shipments: Shipments,
    private readonly photos: DeliveryPhotos,
    private readonly files: SealedFiles,
  ) {}

  /**
   * What shows that a parcel has arrived, for its maker and its receiver; that one looked is recorded.
   * @throws shipment_not_found, also for others (404) · delivery_not_shown, delivery_photo_not_scanned (409) ·
   *         delivery_photo_infected (410)
   * @rule S-42 S-58
   */
  run(cause: Cause): Promise<OpenedDeliveryPhoto> {
    return this.work.run(async (tx) => {
      const shipment = await this.shipments.ofCause(tx, cause);
      if (!shipment || !isParty(tx, shipment)) throw fail('shipment_not_found');
      return this.open(tx, shipment.id);
    });
  }

  /** The same for the desk. @throws as above @rule S-58 */
  ofDesk(shipmentId: string): Promise<OpenedDeliveryPhoto> {
    return this.work.run((tx) =>
      seeingAll(tx, async () => this.open(tx, (await this.shipments.lock(tx, shipmentId)).id)),
    );
  }

  private async open(tx: Tx, shipmentId: string): Promise<OpenedDeliveryPhoto> {
    const photo = await this.photos.ofShipment(tx, shipmentId);
    if (photo === null) throw fail('delivery_not_shown');
    assertShown(photo.state);
    const bytes = await this.files.open(tx, fileOf(photo));
    if (bytes === null) throw fail('delivery_not_shown');
    tx.audit({ action: 'fulfilment.delivery_photo_read', object: { kind: 'fulfilment.delivery_photo', id: photo.id } });
    return { photo, bytes };
  }
}

const isParty = ({ actor }: Tx, shipment: Shipment): boolean =>
  shipment.seller_id === actor.organisationId || isReceiver(actor, shipment);
