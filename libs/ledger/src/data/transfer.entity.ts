import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'ledger', name: 'transfer' })
@Check('transfer_moves_money', 'amount_paise > 0')
@Check('transfer_between_two_accounts', '(debit_code, debit_owner) <> (credit_code, credit_owner)')
@Index('transfer_by_debit', ['debit_code', 'debit_owner', 'posted_at'])
@Index('transfer_by_credit', ['credit_code', 'credit_owner', 'posted_at'])
@Index('transfer_by_cause', ['cause'])
@Index('transfer_by_time', { synchronize: false })
export class TransferEntity {
  /** The caller's idempotency key. */
  @PrimaryColumn('uuid') id: string;
  @Column('text') debit_code: string;
  @Column('uuid') debit_owner: string;
  @Column('text') credit_code: string;
  @Column('uuid') credit_owner: string;
  @Column('bigint') amount_paise: string;
  @Column('text') why: string;
  @Column('text') cause: string;
  @Column('timestamptz') posted_at: Date;
}
