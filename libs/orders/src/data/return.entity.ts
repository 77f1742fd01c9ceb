import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { returnWants, type ReturnWants } from '../domain/exchange.js';
import { returnReasons, returnStatuses, type ReturnReason, type ReturnStatus } from '../domain/return-request.js';
import { OrderEntity, OrderLineEntity } from './order.entity.js';

const oneOf = (column: string, words: readonly string[]) =>
  `${column} in (${words.map((word) => `'${word}'`).join(', ')})`;

/** A shopper wants to send goods of a delivered order back; of one order one request is under way. @rule SM-4 */
@Entity({ schema: 'orders', name: 'return_request' })
@Index('return_request_by_order', ['order_id', 'id'])
@Index('return_request_one_under_way', { synchronize: false })
@Check('return_request_reason', oneOf('reason', returnReasons))
@Check('return_request_wants', oneOf('wants', returnWants))
@Check('return_request_exchange', '(exchange is null) = (exchange_order_id is null)')
@Unique('return_request_exchanged_once', ['exchange_order_id'])
@Check('return_request_status', oneOf('status', returnStatuses))
export class ReturnRequestEntity {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey(() => OrderEntity, { name: 'return_request_of_order' })
  @Column('uuid')
  order_id: string;
  @Column('uuid') buyer_id: string;
  @Column('uuid') seller_id: string;
  @Column('text') reason: ReturnReason;
  /** What the shopper says of the goods. */
  @Column('text', { nullable: true }) note: string | null;
  @Column('text') status: ReturnStatus;
  @Column('text', { default: 'refund' }) wants: ReturnWants;
  /** The order of an approved exchange, and its pieces, which are kept for it. */
  @Column('uuid', { nullable: true }) exchange_order_id: string | null;
  @Column('jsonb', { nullable: true }) exchange: object | null;
  /** Why the maker says no. */
  @Column('text', { nullable: true }) answer: string | null;
  /** Why the desk decided, in its words. */
  @Column('text', { nullable: true }) decision: string | null;
  /** Whether what came back can be sold again; null before it has. */
  @Column('boolean', { nullable: true }) is_resellable: boolean | null;
  @Column('timestamptz') asked_at: Date;
  @Column('timestamptz', { nullable: true }) changed_at: Date | null;
}

/** So many pieces of a line are to come back. */
@Entity({ schema: 'orders', name: 'return_line' })
@Check('return_line_quantity', 'quantity > 0')
export class ReturnLineEntity {
  @ForeignKey(() => ReturnRequestEntity, { name: 'return_line_of_request' })
  @PrimaryColumn('uuid')
  request_id: string;
  @ForeignKey(() => OrderLineEntity, { name: 'return_line_of_line' })
  @PrimaryColumn('uuid')
  line_id: string;
  @Column('uuid') buyer_id: string;
  @Column('uuid') seller_id: string;
  @Column('integer') quantity: number;
  /** What is wanted for it in exchange; null: the same, or nothing. */
  @Column('uuid', { nullable: true }) for_offer_id: string | null;
}
