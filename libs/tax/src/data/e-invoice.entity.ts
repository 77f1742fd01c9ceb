import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { eInvoiceStates, type EInvoiceState } from '../domain/e-invoice.states.js';
import { DocumentEntity } from './document.entity.js';

/** A paper that the government's portal must know, and as what it knows it. @rule R-6.22 */
@Entity({ schema: 'tax', name: 'e_invoice' })
@Check('e_invoice_state', `state in (${eInvoiceStates.names.map((name) => `'${name}'`).join(', ')})`)
@Check(
  'e_invoice_registered',
  `(state = 'registered') = (irn is not null) and num_nulls(irn, ack_number, acknowledged_at, signed_sealed) in (0, 4)`,
)
@Check('e_invoice_refused', `(state = 'refused') = (refusal is not null)`)
@Check('e_invoice_irn', `irn ~ '^[0-9a-f]{64}$'`)
@Check('e_invoice_cancelled', `cancelled_at is null or state = 'registered'`)
@Index('e_invoice_to_check', { synchronize: false })
@Check('e_invoice_round', 'round >= 0')
@Index('e_invoice_waits', { synchronize: false })
export class EInvoiceEntity {
  @ForeignKey(() => DocumentEntity, { name: 'e_invoice_of_document' })
  @PrimaryColumn('uuid')
  document_id: string;
  @Column('uuid') seller_id: string;
  @Column('uuid') recipient_id: string;
  @Column('text') state: EInvoiceState;
  @Column('timestamptz') state_since: Date;
  /** When the desk was told that nobody moves it; null: not. */
  @Column('timestamptz', { nullable: true }) alarmed_at: Date | null;
  /** How often it was sent again after a refusal. */
  @Column('integer') round: number;
  /** In so many days of its date it must be known; null: at any time. */
  @Column('integer', { nullable: true }) report_days: number | null;
  /** When the portal was first asked: from then on it may know it. */
  @Column('timestamptz', { nullable: true }) asked_at: Date | null;
  /** A fault of ours, or the portal's code. */
  @Column('text', { nullable: true }) refusal: string | null;
  @Column('text', { nullable: true }) irn: string | null;
  @Column('text', { nullable: true }) ack_number: string | null;
  @Column('timestamptz', { nullable: true }) acknowledged_at: Date | null;
  /** What the portal signed, under the key of the papers: it names both parties. */
  @Column('bytea', { nullable: true }) signed_sealed: Buffer | null;
  /** When we learned that its maker cancelled it at the portal; null: not. */
  @Column('timestamptz', { nullable: true }) cancelled_at: Date | null;
  /** When the portal was asked after the day in which it can be cancelled; null: not yet. */
  @Column('timestamptz', { nullable: true }) checked_at: Date | null;
}

/** What a maker says of her highest turnover of a year, here and elsewhere. @rule R-6.22 */
@Entity({ schema: 'tax', name: 'maker_turnover' })
@Check('maker_turnover_amount', 'turnover_paise >= 0')
export class MakerTurnoverEntity {
  @PrimaryColumn('uuid') seller_id: string;
  @Column('bigint') turnover_paise: string;
  @Column('timestamptz') declared_at: Date;
}
