import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { ReturnParcels, type ReturnParcel } from '../data/return-parcels.repository.js';
import { fail } from '../domain/shipment.errors.js';
import { BookPickupJob, CallOffPickupJob } from '../domain/return.events.js';

@Injectable()
export class SendReturn {
  constructor(private readonly parcels: ReturnParcels) {}

  /**
   * The shopper sends the goods back with somebody of her own choice; who was to fetch them is told to stay away.
   * @throws return_parcel_not_found (404) · illegal_transition (409)
   * @rule SM-5
   */
  async inside(tx: Tx, returnId: string, own: { carrier: string; trackingNumber: string }): Promise<void> {
    const parcel = await this.planned(tx, returnId);
    await this.parcels.move(tx, parcel, 'send');
    callOff(tx, parcel);
    const by = { courier: own.carrier, awb: own.trackingNumber };
    await this.parcels.noteCarrier(tx, parcel.id, { ...by, own: true, carriage_paise: null });
  }

  /**
   * A courier is asked to come once more, after it gave up or brought the goods back, or when nothing came of it before.
   * @throws return_parcel_not_found (404) · illegal_transition (409)
   * @rule SM-5
   */
  async askAgain(tx: Tx, returnId: string): Promise<void> {
    const parcel = await this.planned(tx, returnId);
    await this.parcels.move(tx, parcel, 'ask_again');
    const booking = parcel.bookings + 1;
    await this.parcels.noteBooking(tx, parcel.id, booking);
    tx.enqueue(BookPickupJob, { parcelId: parcel.id, booking });
  }

  private async planned(tx: Tx, returnId: string): Promise<ReturnParcel> {
    const parcel = await this.parcels.lockOf(tx, returnId);
    if (parcel === null) throw fail('return_parcel_not_found');
    return parcel;
  }
}

/** Who was booked and has not come yet need not come any more. */
export function callOff(tx: Tx, { state, courier, awb, own_carrier }: ReturnParcel): void {
  if (state !== 'booked' || own_carrier || courier === null || awb === null) return;
  tx.enqueue(CallOffPickupJob, { courier, awb });
}
