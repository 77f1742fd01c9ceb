import { Injectable } from '@nestjs/common';
import { SellersQuery } from '#sellers';
import type { Tx } from '#platform/database';
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
      payment: { when: order.pay_by === 'cash_on_delivery' ? 'at_door' : 'before', reference: order.number },
      countedChanges: (await this.lines.gone(tx, order.id)).map(({ changeId }) => changeId),
    };
  }
}

/** Null: the line is older than goods codes. */
const inWriting = ({ unit, hsn, ...line }: LeftLine): DocumentLine | null =>
  hsn === null ? null : { ...line, hsn, uqc: uqcOf(unit) };
