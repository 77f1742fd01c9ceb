import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** An account money goes to, under a name that says nothing; the account itself opens for the payout job only. */
@Entity({ schema: 'payments', name: 'beneficiary' })
@Unique('beneficiary_once', ['provider', 'account_hash'])
@Index('beneficiary_by_owner', ['owner_id'])
export class BeneficiaryEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') provider: string;
  /** Whose account it is: a maker, or a shopper whose money goes back there. */
  @Column('uuid') owner_id: string;
  @Column('bytea') account_hash: Buffer;
  @Column('bytea') account_sealed: Buffer;
  /** The provider's own name for it, where it has one. */
  @Column('text', { nullable: true }) provider_ref: string | null;
  @Column('timestamptz') made_at: Date;
}

/** Payouts written out for the bank, once. */
@Entity({ schema: 'payments', name: 'payout_file' })
@Unique('payout_file_number', ['n'])
@Index('payout_file_unwritten', { synchronize: false })
@Check('payout_file_rows', 'rows > 0')
@Check('payout_file_total', 'total_paise > 0')
@Check('payout_file_written', '(storage_key is null) = (digest is null)')
@Check('payout_file_released', 'released_at is null or storage_key is not null')
@Check('payout_file_second_person', 'released_by <> made_by')
export class PayoutFileEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') n: number;
  @Column('integer') rows: number;
  @Column('bigint') total_paise: string;
  /** Where it lies, sealed; null while it is being written. */
  @Column('text', { nullable: true }) storage_key: string | null;
  /** SHA-256 of its bytes, hexadecimal. */
  @Column('text', { nullable: true }) digest: string | null;
  @Column('timestamptz') made_at: Date;
  @Column('uuid', { nullable: true }) made_by: string | null;
  @Column('timestamptz', { nullable: true }) released_at: Date | null;
  @Column('uuid', { nullable: true }) released_by: string | null;
}

/** What the bank is told of one payout. */
@Entity({ schema: 'payments', name: 'bank_advice' })
@Unique('advice_row_once', ['file_id', 'row_no'])
@Index('advice_waiting', { synchronize: false })
@Index('advice_by_change', ['changed_at', 'key'])
@Index('advice_by_beneficiary', ['beneficiary_id'])
@Check('advice_amount', 'amount_paise > 0')
@Check('advice_rail', `rail in ('neft', 'upi')`)
@Check('advice_status', `status in ('waiting', 'filed', 'paid', 'failed', 'returned', 'called_back')`)
@Check('advice_filed', '(file_id is null) = (row_no is null)')
@Check(
  'advice_answered',
  `case when status in ('waiting', 'called_back') then file_id is null
               when status = 'failed' then true else file_id is not null end`,
)
@Check('advice_paid', `status not in ('paid', 'returned') or utr is not null`)
export class BankAdviceEntity {
  /** The payout's key of its present try. */
  @PrimaryColumn('uuid') key: string;
  @ForeignKey(() => BeneficiaryEntity, { name: 'advice_to' })
  @Column('uuid')
  beneficiary_id: string;
  @Column('uuid') owner_id: string;
  @Column('bigint') amount_paise: string;
  @Column('text') rail: string;
  @Column('text') narration: string;
  @Column('text') status: string;
  @ForeignKey(() => PayoutFileEntity, { name: 'advice_in' })
  @Column('uuid', { nullable: true })
  file_id: string | null;
  @Column('integer', { nullable: true }) row_no: number | null;
  @Column('text', { nullable: true }) utr: string | null;
  @Column('text', { nullable: true }) failure: string | null;
  @Column('timestamptz') made_at: Date;
  /** Real time: reconciliation reads by it. */
  @Column('timestamptz') changed_at: Date;
}

/** An answer of the bank to a file: taken once. */
@Entity({ schema: 'payments', name: 'bank_response' })
@Index('response_by_file', ['file_id'])
export class BankResponseEntity {
  /** SHA-256 of its bytes, hexadecimal. */
  @PrimaryColumn('text') digest: string;
  @ForeignKey(() => PayoutFileEntity, { name: 'response_to' })
  @Column('uuid')
  file_id: string;
  @Column('jsonb') counts: object;
  @Column('timestamptz') taken_at: Date;
  @Column('uuid', { nullable: true }) taken_by: string | null;
}
