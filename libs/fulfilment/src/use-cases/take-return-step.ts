import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { assert, namedId } from '#platform/kernel';
import { PolicyQuery } from '#policy';
import { ReturnParcels, type EarlierBooking, type ReturnParcel } from '../data/return-parcels.repository.js';
import { Shipments } from '../data/shipments.repository.js';
import { newsOfReturn } from '../domain/news.js';
import { CallOffPickupJob, PickupEnded, PickupMissed, ReturnDelivered, ReturnLost } from '../domain/return.events.js';
import { returnParcelStates, type ReturnParcelEvent } from '../domain/return-parcel.states.js';
import { CarriageDue } from '../domain/shipment.events.js';
import { stepsBackFor, type TrackingKind } from '../domain/tracking.js';
import { callOff } from './send-return.js';

/** By which a courier books a pick-up once, and is owed for it once: each time it is asked is another. */
export const bookingOf = (parcel: Pick<ReturnParcel, 'id' | 'bookings'>): string =>
  namedId('pickup', parcel.id, String(parcel.bookings));

@Injectable()
export class TakeReturnStep {
  constructor(
    private readonly parcels: ReturnParcels,
    private readonly shipments: Shipments,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * Moves a parcel on its way back one step of its table by a courier's news, and tells what others wait for. A courier we
   * booked has earned its price when it has fetched it.
   * @throws illegal_transition
   * @rule SM-5
   */
  async inside(tx: Tx, parcel: ReturnParcel, by: ReturnParcelEvent): Promise<ReturnParcel> {
    const moved = await this.parcels.move(tx, parcel, by);
    const news = newsOfReturn(moved);
    if (by === 'deliver') tx.emit(ReturnDelivered, news);
    if (by === 'lose') tx.emit(ReturnLost, news);
    if (by === 'bring_back') tx.emit(PickupEnded, { ...news, why: 'brought_back' });
    if (by === 'pick_up') owe(tx, moved);
    return moved;
  }

  /**
   * The driver of a booking that was called off, or given up, has the goods all the same: from now on he carries them, and whoever
   * was to come instead stays away. Other news of such a booking changes nothing.
   * @rule SM-5 S-19
   */
  async followEarlier(tx: Tx, earlier: EarlierBooking, kind: TrackingKind): Promise<ReturnParcel> {
    const { parcel, courier, awb, carriage_paise } = earlier;
    const isOnItsWay = parcel.state === 'in_transit';
    const isFetched = kind === 'picked_up' || kind === 'out_for_delivery';
    const counts = kind === 'delivered' || (isFetched && (!isOnItsWay || parcel.own_carrier));
    if (!counts || !returnParcelStates.can(parcel.state, 'deliver')) return parcel;
    // What he fetched he brought back to her: this is late news of that.
    if ((await this.shipments.toldOf(tx, courier, awb)).includes('back_at_origin')) return parcel;
    callOff(tx, parcel);
    await this.parcels.noteCarrier(tx, parcel.id, { courier, awb, own: false, carriage_paise });
    const by = { bookings: earlier.booking, courier, awb, carriage_paise, own_carrier: false, misses: 0 };
    const carried = { ...parcel, ...by, dispatched_at: isOnItsWay ? parcel.dispatched_at : null };
    if (isOnItsWay) owe(tx, carried); // so she had said, and another has it
    return this.follow(tx, carried, kind);
  }

  /** As many steps as a piece of tracking news stands for and the parcel's state allows. @rule S-19 */
  async follow(tx: Tx, parcel: ReturnParcel, kind: TrackingKind): Promise<ReturnParcel> {
    if (kind === 'pickup_missed') return this.missed(tx, parcel);
    let moved = parcel;
    for (const step of stepsBackFor(kind)) {
      // Once fetched it is not fetched again by the same booking, even if the news of it comes after it was brought back.
      if (step === 'pick_up' && moved.dispatched_at !== null) continue;
      if (returnParcelStates.can(moved.state, step)) moved = await this.inside(tx, moved, step);
    }
    return moved;
  }

  /**
   * Nobody opened. The courier comes again, so often; then it is told to leave it, and the shopper sends it herself or asks for
   * another pick-up. What is counted is what the courier has told so far, so that a job done twice counts once.
   */
  private async missed(tx: Tx, parcel: ReturnParcel): Promise<ReturnParcel> {
    if (parcel.state !== 'booked') return parcel;
    const { courier, awb } = parcel;
    assert(courier !== null && awb !== null, 'who is to come has a number for it');
    const told = await this.shipments.toldOf(tx, courier, awb);
    const misses = told.filter((kind) => kind === 'pickup_missed').length;
    if (misses <= parcel.misses) return parcel;
    await this.parcels.noteMisses(tx, parcel.id, misses);
    const left = this.policy.at('shipment.pickup_attempts_max', tx.now) - misses;
    const counted = { ...parcel, misses };
    if (left > 0) {
      tx.emit(PickupMissed, { ...newsOfReturn(parcel), misses, left });
      return this.parcels.move(tx, counted, 'miss');
    }
    tx.enqueue(CallOffPickupJob, { courier, awb });
    tx.emit(PickupEnded, { ...newsOfReturn(parcel), why: 'missed' });
    return this.parcels.move(tx, counted, 'give_up');
  }
}

/** A courier we booked has earned its price when it has fetched it. @rule */
function owe(tx: Tx, parcel: ReturnParcel): void {
  if (parcel.carriage_paise === null) return;
  const { cause, sellerId, senderId: receiverId } = newsOfReturn(parcel);
  const way = { shipmentId: bookingOf(parcel), cause, sellerId, receiverId, way: 'return' as const };
  tx.emit(CarriageDue, { ...way, carriage_paise: Number(parcel.carriage_paise) });
}
