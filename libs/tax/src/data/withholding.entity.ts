import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Cause } from '#platform/kernel';
import type { Payee } from '../domain/income-tax.js';
import type { Supply } from '../domain/supply.js';

/** What was kept for the government of one sale, with the rates of its day. Written once, for ever. */
@Entity({ schema: 'tax', name: 'withholding' })
@Unique('withholding_once', ['cause_kind', 'cause_id'])
@Index('withholding_by_seller', ['seller_id', 'financial_year', 'id'])
@Index('withholding_by_day', ['seller_id', 'made_at'])
@Index('withholding_by_month', ['made_at', 'seller_id'])
@Check('withholding_amounts', 'taxable_paise <= gross_paise AND income_tax_paise >= 0')
export class WithholdingEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') cause_kind: Cause['kind'];
  @Column('uuid') cause_id: string;
  @Column('uuid') seller_id: string;
  /** '2026-27' */
  @Column('text') financial_year: string;
  @Column('text') supply: Supply;
  @Column('text') payee: Payee;
  @Column('bigint') gross_paise: string;
  @Column('bigint') taxable_paise: string;
  @Column('integer') collected_bp: number;
  @Column('bigint') cgst_paise: string;
  @Column('bigint') sgst_paise: string;
  @Column('bigint') igst_paise: string;
  @Column('bigint') income_tax_paise: string;
  /** Legal basis, as printed on certificates. */
  @Column('text') income_tax_section: string;
  @Column('timestamptz') made_at: Date;
}

/** A maker's sales of a year so far: one row, held while one of her sales is credited. */
@Entity({ schema: 'tax', name: 'seller_year' })
@Check('seller_year_carried', 'carried_paise >= 0')
export class SellerYearEntity {
  @PrimaryColumn('uuid') seller_id: string;
  @PrimaryColumn('text') financial_year: string;
  @Column('bigint') gross_paise: string;
  @Column('bigint') income_tax_paise: string;
  /** Income tax of sales that came back: what the next sales bear is less by it. */
  @Column('bigint', { default: 0 }) carried_paise: string;
}

/** What was kept of a sale and given back when it was undone. Written once, for ever. */
@Entity({ schema: 'tax', name: 'taken_back' })
@Index('taken_back_by_cause', ['cause_kind', 'cause_id'])
@Index('taken_back_by_seller', ['seller_id', 'made_at'])
@Index('taken_back_by_month', ['made_at', 'seller_id'])
@Check('taken_back_taxable', 'taxable_paise >= 0 and taxable_paise <= gross_paise')
@Check(
  'taken_back_amounts',
  'least(gross_paise, cgst_paise, sgst_paise, igst_paise, income_tax_paise, carried_paise) >= 0',
)
export class TakenBackEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') cause_kind: Cause['kind'];
  @Column('uuid') cause_id: string;
  @Column('uuid') seller_id: string;
  @Column('text') financial_year: string;
  @Column('bigint') gross_paise: string;
  /** Of it, what tax is collected on. */
  @Column('bigint', { default: 0 }) taxable_paise: string;
  @Column('bigint') cgst_paise: string;
  @Column('bigint') sgst_paise: string;
  @Column('bigint') igst_paise: string;
  @Column('bigint') income_tax_paise: string;
  /** Of the income tax: what later sales of the year bear less. */
  @Column('bigint') carried_paise: string;
  @Column('timestamptz') made_at: Date;
}
