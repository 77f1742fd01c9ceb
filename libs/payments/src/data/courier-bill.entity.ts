import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A courier's bill that was paid. Written once. */
@Entity({ schema: 'payments', name: 'courier_bill' })
@Unique('courier_bill_once', ['number'])
@Check('courier_bill_amount', 'amount_paise > 0')
export class CourierBillEntity {
  @PrimaryColumn('uuid') id: string;
  /** The courier's own. */
  @Column('text') number: string;
  @Column('bigint') amount_paise: string;
  @Column('text') reason: string;
  /** The officer; null at the machine. */
  @Column('uuid', { nullable: true }) paid_by: string | null;
  @Column('timestamptz') paid_at: Date;
}
