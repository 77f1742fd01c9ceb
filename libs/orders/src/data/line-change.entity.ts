import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { changeKinds, type ChangeKind } from '../domain/line-change.js';
import type { StepMaker } from '../domain/step.js';
import { OrderEntity, OrderLineEntity } from './order.entity.js';

/**
 * Pieces of a line that are gone from an order, with their exact part of everything the line was made of. Rows are only
 * added; those of one act share its id. @rule SM-4 R-8.6
 */
@Entity({ schema: 'orders', name: 'line_change' })
@Index('line_change_by_order', ['order_id'])
@Index('line_change_by_line', ['line_id'])
@Check('line_change_kind', `kind in (${changeKinds.map((kind) => `'${kind}'`).join(', ')})`)
@Check('line_change_quantity', 'quantity > 0')
@Check(
  'line_change_parts',
  'least(maker_discount_paise, platform_discount_paise, freight_paise, cgst_paise, sgst_paise, igst_paise, refund_paise) >= 0',
)
@Check(
  'line_change_tax',
  'taxable_paise + cgst_paise + sgst_paise + igst_paise = goods_paise - maker_discount_paise + freight_paise',
)
@Check(
  'line_change_refund',
  'refund_paise = goods_paise - maker_discount_paise + freight_paise - platform_discount_paise',
)
export class LineChangeEntity {
  @PrimaryColumn('uuid') change_id: string;
  @ForeignKey(() => OrderLineEntity, { name: 'line_change_of_line' })
  @PrimaryColumn('uuid')
  line_id: string;
  @ForeignKey(() => OrderEntity, { name: 'line_change_of_order' })
  @Column('uuid')
  order_id: string;
  @Column('uuid') buyer_id: string;
  @Column('uuid') seller_id: string;
  @Column('text') kind: ChangeKind;
  @Column('integer') quantity: number;
  @Column('bigint') goods_paise: string;
  @Column('bigint') maker_discount_paise: string;
  @Column('bigint') platform_discount_paise: string;
  @Column('bigint') freight_paise: string;
  @Column('bigint') taxable_paise: string;
  @Column('bigint') cgst_paise: string;
  @Column('bigint') sgst_paise: string;
  @Column('bigint') igst_paise: string;
  /** What goes back to the shopper for these pieces. */
  @Column('bigint') refund_paise: string;
  @Column('text') made_by: StepMaker;
  @Column('timestamptz') at: Date;
}
