import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Money set aside for a movement that may still not happen; it ends once. */
@Entity({ schema: 'ledger', name: 'hold' })
@Check('hold_amount', 'amount_paise > 0')
@Check('hold_status', `status in ('pending', 'posted', 'voided', 'expired')`)
@Check('hold_between_two_accounts', '(debit_code, debit_owner) <> (credit_code, credit_owner)')
@Check('hold_posts_at_most_its_amount', 'posted_paise between 0 and amount_paise')
@Check('hold_posts_when_posted', `(posted_paise > 0) = (status = 'posted')`)
@Check('hold_resolved', `(resolved_at is null) = (status = 'pending')`)
@Index('hold_of_debit', { synchronize: false })
@Index('hold_of_credit', { synchronize: false })
@Index('hold_to_expire', { synchronize: false })
export class HoldEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') debit_code: string;
  @Column('uuid') debit_owner: string;
  @Column('text') credit_code: string;
  @Column('uuid') credit_owner: string;
  @Column('bigint') amount_paise: string;
  /** What was moved of it; the rest returned. */
  @Column('bigint', { default: 0 }) posted_paise: string;
  @Column('text') why: string;
  @Column('text') cause: string;
  @Column('text') status: string;
  @Column('timestamptz') made_at: Date;
  /** null: until somebody ends it. */
  @Column('timestamptz', { nullable: true }) expires_at: Date | null;
  @Column('timestamptz', { nullable: true }) resolved_at: Date | null;
}
