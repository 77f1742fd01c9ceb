import { Injectable } from '@nestjs/common';
import { SellersQuery } from '#sellers';
import { Payments } from '#payments';
import { seeingAll, type Tx } from '#platform/database';
import { IssueDocument, type DocumentLine, type SuppliedGoods } from '#tax';
import { BilledLinesQuery, type LeftLine } from '../data/billed-lines.query.js';
import type { Order } from '../data/orders.repository.js';
import { ShipToQuery } from '../data/ship-to.query.js';
import { uqcOf } from '../domain/uqc.js';

@Injectable()
export class BillOrder {
  constructor(
    private readonly lines: BilledLinesQuery,
    private readonly shipTo: ShipToQuery,
    private readonly sellers: SellersQuery,
    private readonly payments: Payments,
    private readonly issueDocument: IssueDocument,
  ) {}

  /**
   * The invoice or bill of supply of what is packed of an order whose row is held: its lines less what is gone, at the
   * maker's standing of the day it was ordered. Papers of one maker wait for each other. Orders from before goods had codes
   * have none.
   * @rule SM-4 
   */
  async inside(tx: Tx, order: Order): Promise<void> {
    const goods = await this.goodsOf(tx, order);
    if (goods !== null) await this.issueDocument.inside(tx, goods);
  }

  /** The goods of an order as its paper names them; null: none are left, or they are older than goods codes. */
  async goodsOf(tx: Tx, order: Order): Promise<SuppliedGoods | null> {
    const lines = (await this.lines.left(tx, order.id)).map(inWriting);
    if (lines.length === 0 || lines.includes(null)) return null;
    const maker = await this.sellers.byId(tx, order.seller_id);
    const from = await this.sellers.pickupAddress(tx, order.seller_id);
    const to = await this.shipTo.ofOrder(tx, order.id);
    const sellerGst = order.seller_gst ?? maker.gst_status;
    return {
      cause: { kind: 'order', id: order.id },
      sellerId: order.seller_id,
      recipientId: order.buyer_id,
      supplier: { name: from.name, line: from.line, place: from.place, pincode: from.pincode },
      recipient: to && { name: to.name, street: to.street, pincode: to.pincode },
      fromState: order.seller_state ?? maker.state_code,
      toState: order.ship_to_state,
      sellerGst,
      gstin: sellerGst === 'registered' || sellerGst === 'composition' ? maker.gstin : null,
      ...(to?.gstin !== undefined && { recipientGstin: to.gstin }),
      lines: lines as DocumentLine[],
      payment: await this.paymentOf(tx, order),
      countedChanges: (await this.lines.gone(tx, order.id)).map(({ changeId }) => changeId),
    };
  }

  /** What was paid before is found by its order, and by the transaction where the provider named one. */
  private async paymentOf(tx: Tx, order: Order): Promise<SuppliedGoods['payment']> {
    const { number: reference, checkout_id, pay_by } = order;
    if (pay_by === 'cash_on_delivery') return { when: 'at_door', reference };
    const proof = await seeingAll(tx, () => this.payments.proofOf(tx, { kind: 'checkout', id: checkout_id }));
    return { when: 'before', reference, ...(proof && { proof }) };
  }
}

/** Null: the line is older than goods codes. */
const inWriting = ({ unit, hsn, ...line }: LeftLine): DocumentLine | null =>
  hsn === null ? null : { ...line, hsn, uqc: uqcOf(unit) };
