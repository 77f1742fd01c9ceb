import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReturnParcels, Shipments } from '#fulfilment';
import { CheckoutsQuery, OrdersQuery } from '#orders';
import type { Tx } from '#platform/database';
import { assert, type Cause } from '#platform/kernel';
import { PolicyQuery } from '#policy';
import { Consignees, Contracts, Demands } from '#procurement';
import { ReplyCodes } from './reply-codes.repository.js';

const shopRow = z.object({ name: z.string(), district_id: z.uuid() });
const goodsRow = z.object({ title: z.string(), district_id: z.uuid(), shop: z.string() });

const offerRow = z.object({ title: z.string(), variant: z.string(), shop: z.string() });

const entryRow = z.object({
  product: z.string(),
  district: z.string(),
  district_id: z.uuid(),
  state_code: z.string(),
  sellerIds: z.array(z.uuid()),
});
/** A product of the register, where it belongs, and who makes it or has goods of it on sale. */
export type ToldEntry = z.infer<typeof entryRow>;

/** What messages say beyond the ids in the news, looked up as the system. None of it is personal. */
@Injectable()
export class Facts {
  constructor(
    private readonly policy: PolicyQuery,
    private readonly orders: OrdersQuery,
    private readonly checkouts: CheckoutsQuery,
    private readonly demands: Demands,
    private readonly contracts: Contracts,
    private readonly consignees: Consignees,
    private readonly shipments: Shipments,
    private readonly parcelsBack: ReturnParcels,
    private readonly replyCodes: ReplyCodes,
  ) {}

  shop(tx: Tx, sellerId: string): Promise<z.infer<typeof shopRow>> {
    const sql = `select name, district_id from sellers.v_seller where seller_id = $1`;
    return one(tx, shopRow, sql, sellerId);
  }

  goods(tx: Tx, listingId: string): Promise<z.infer<typeof goodsRow>> {
    return one(
      tx,
      goodsRow,
      `select l.title, l.district_id, s.name as shop
         from catalogue.v_listing l join sellers.v_seller s on s.seller_id = l.seller_id
        where l.listing_id = $1`,
      listingId,
    );
  }

  /** A variant of goods, and who sells it. */
  offer(tx: Tx, offerId: string): Promise<z.infer<typeof offerRow>> {
    return one(
      tx,
      offerRow,
      `select o.title, o.label as variant, s.name as shop
         from catalogue.v_offer o join sellers.v_seller s on s.seller_id = o.seller_id where o.offer_id = $1`,
      offerId,
    );
  }

  /** Who made it until a moment ago counts: links go on to the next version while this is told. */
  entry(tx: Tx, entryId: string): Promise<ToldEntry> {
    return one(
      tx,
      entryRow,
      `select e.product, e.district_name as district, e.district_id, e.state_code,
              array(select m.seller_id from sellers.v_maker_entry m
                     where m.entry_id = e.id and (m.ended_at is null or m.ended_at > e_now.at - interval '1 hour')
                     union
                    select l.seller_id from catalogue.v_listing l
                     where l.odop_entry_id = e.id and l.state in ('live', 'out_of_stock')) as "sellerIds"
         from odop.v_entry e cross join (select platform.now() as at) e_now
        where e.id = $1`,
      entryId,
    );
  }

  /** The number an order goes by. */
  async order(tx: Tx, orderId: string): Promise<string> {
    return (await this.orders.byId(tx, orderId)).number;
  }

  /** By which code the maker's people answer for a new order until her clock runs out. */
  replyCode(tx: Tx, orderId: string, sellerId: string, openUntil: Date): Promise<string> {
    return this.replyCodes.of(tx, orderId, sellerId, openUntil);
  }

  /** Whether who bought has no account. */
  isGuests(tx: Tx, checkoutId: string): Promise<boolean> {
    return this.checkouts.isGuests(tx, checkoutId);
  }

  /** Whether an order is paid at the door. */
  async isPaidAtDoor(tx: Tx, orderId: string): Promise<boolean> {
    return (await this.orders.byId(tx, orderId)).pay_by === 'cash_on_delivery';
  }

  /** What an office wants, in its own words: demands have no number. */
  async demand(tx: Tx, demandId: string): Promise<string> {
    return (await this.demands.find(tx, demandId)).title;
  }

  /** A contract's number, and who receives the goods now. */
  async contract(tx: Tx, contractId: string): Promise<{ number: string; consigneeId: string }> {
    const contract = await this.contracts.find(tx, contractId);
    return { number: contract.number, consigneeId: await this.consignees.reader(tx, contract) };
  }

  /**
   * When a clock that began with the news runs out. Worked out as its journey does, not read from the row: news may come
   * late, when the row waits for something else already.
   */
  deadline(
    key: 'retail.accept_hours' | 'retail.return_auto_hours' | 'retail.return_receipt_hours' | 'order.accept_hours',
    from: Date,
    officeId?: string,
  ): string {
    return this.policy.deadline(key, from, officeId === undefined ? {} : { buyerOrg: officeId }).toISOString();
  }

  /** The number of the order or contract a parcel is for; null: it is for something else. */
  async numberOf(tx: Tx, { kind, id }: Cause): Promise<string | null> {
    if (kind === 'order') return this.order(tx, id);
    return kind === 'contract' ? (await this.contract(tx, id)).number : null;
  }

  /** By which number the receiver can look for a parcel: with the carrier's name when the maker chose it herself. */
  async tracking(tx: Tx, cause: Cause): Promise<string | null> {
    const parcel = await this.shipments.ofCause(tx, cause);
    if (!parcel?.awb) return null;
    return parcel.courier === 'courier' ? parcel.awb : `${parcel.courier} ${parcel.awb}`;
  }

  /** By which number our courier knows what goes back to its maker. */
  async trackingBack(tx: Tx, cause: Cause, returnId: string): Promise<string | null> {
    return (await this.parcelsBack.ofCause(tx, cause)).get(returnId)?.awb ?? null;
  }
}

async function one<T>(tx: Tx, row: z.ZodType<T>, sql: string, id: string): Promise<T> {
  const found = await tx.maybe(row, sql, [id]);
  assert(found !== null, 'news is about something that is there');
  return found;
}
