import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { KnownDoors, type Doors } from '../data/doors.js';
import { ReturnParcels, type ReturnParcel } from '../data/return-parcels.repository.js';
import { Shipments } from '../data/shipments.repository.js';
import { newsOfReturn } from '../domain/news.js';
import { nextAfter } from '../domain/reach.js';
import { CallOffPickupJob, PickupBooked, PickupEnded } from '../domain/return.events.js';
import { Couriers, type BookedParcel, type Courier } from '../ports/courier.js';
import { ChooseCourier } from './choose-courier.js';
import { bookingOf, TakeReturnStep } from './take-return-step.js';

/** Goods one courier is asked to fetch. */
interface Asked {
  parcel: ReturnParcel;
  doors: Doors | null;
  courier: Courier;
}

@Injectable()
export class BookPickup {
  constructor(
    private readonly work: UnitOfWork,
    private readonly parcels: ReturnParcels,
    private readonly shipments: Shipments,
    private readonly takeStep: TakeReturnStep,
    private readonly doors: KnownDoors,
    private readonly choose: ChooseCourier,
    private readonly couriers: Couriers,
  ) {}

  /**
   * Claim, call, settle: each booking has a key of its own at the courier. Where one does not fetch the next is asked, and where
   * none does the shopper is told to send the goods herself; if she did so, or brought them, while it was being asked, it is called
   * off, also when a worker died between its yes and this.
   * @rule SM-5 S-13
   */
  async run({ parcelId, booking }: { parcelId: string; booking: number }): Promise<void> {
    let asked = await this.claim(parcelId, booking);
    while (asked !== null) {
      const { parcel, doors, courier } = asked;
      const { from_pincode: fromPincode, to_pincode: toPincode, weight_g } = parcel;
      const booked = await courier.bookPickup({
        ...{ bookingId: bookingOf({ id: parcelId, bookings: booking }), fromPincode, toPincode, weight_g },
        ...(doors?.to && { from: doors.to }),
        ...(doors && { to: doors.from }),
      });
      if (booked !== null) return this.settle(parcelId, booking, { courier: courier.name, ...booked });
      asked = await this.claim(parcelId, booking, courier.name);
    }
  }

  private settle(parcelId: string, booking: number, booked: BookedParcel & { courier: string }): Promise<void> {
    const { courier, awb, carriage_paise } = booked;
    return this.work.run(async (tx) => {
      const now = await this.parcels.lock(tx, parcelId);
      await this.parcels.noteBooked(tx, parcelId, booking, booked);
      if (now === null || !isWanted(now, booking)) {
        const isHis = now?.courier === courier && now.awb === awb;
        return isHis ? undefined : tx.enqueue(CallOffPickupJob, { courier, awb });
      }
      await this.parcels.noteCarrier(tx, parcelId, { courier, awb, own: false, carriage_paise });
      let followed = await this.parcels.move(tx, { ...now, courier, awb, carriage_paise, misses: 0 }, 'book');
      tx.emit(PickupBooked, newsOfReturn(followed));
      // The courier may have been faster than this line: what it told meanwhile counts.
      for (const kind of await this.shipments.toldOf(tx, courier, awb)) {
        followed = await this.takeStep.follow(tx, followed, kind);
      }
    });
  }

  /**
   * A parcel that waits for this booking, the doors of the way out, opened for the call and kept nowhere, and who is asked. One that
   * does not wait any more and of which a courier may have heard is asked for once more, by the same key, to learn its number.
   * @rule S-63
   */
  private claim(parcelId: string, booking: number, refusedBy?: string): Promise<Asked | null> {
    return this.work.run(async (tx) => {
      const parcel = await this.parcels.lock(tx, parcelId);
      if (parcel === null) return null;
      const unheard = refusedBy === undefined ? await this.parcels.unheard(tx, parcelId, booking) : null;
      const name = unheard ?? (isWanted(parcel, booking) ? await this.next(tx, parcel, refusedBy) : null);
      const courier = name === null ? null : this.couriers.find(name);
      return courier && { parcel, doors: await this.doors.of(tx, parcel.cause), courier };
    });
  }

  /** Who is asked now, after the one that said no; where nobody is left, she sends it herself. */
  private async next(tx: Tx, parcel: ReturnParcel, refusedBy: string | undefined): Promise<string | null> {
    const { from_pincode: shopperPincode, to_pincode: makerPincode, weight_g } = parcel;
    const names = this.choose.of({ makerPincode, shopperPincode, weight_g, how: 'fetched' }, tx.now);
    const name = refusedBy === undefined ? names[0] : nextAfter(names, refusedBy);
    if (name !== undefined) {
      await this.parcels.noteAsked(tx, parcel.id, parcel.bookings, name);
      return name;
    }
    tx.emit(PickupEnded, { ...newsOfReturn(parcel), why: 'not_served' });
    await this.parcels.move(tx, parcel, 'refuse');
    return null;
  }
}

const isWanted = ({ state, bookings }: ReturnParcel, booking: number): boolean =>
  state === 'planned' && bookings === booking;
