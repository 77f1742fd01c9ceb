import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { assert, newId, type Cause } from '#platform/kernel';
import { paiseColumn, sumPaise, type Paise } from '#platform/money';
import { financialYear } from '#platform/time';
import { PolicyQuery } from '#policy';
import { WithholdingEntity } from '../data/withholding.entity.js';
import { collectedOn, type CollectedTax } from '../domain/collected.js';
import { incomeTaxOn, type Payee } from '../domain/income-tax.js';
import type { Supply } from '../domain/supply.js';

/** A maker's sale as it is credited to her: what remained of it after returns, in paise. */
export interface CreditedSale {
  cause: Cause;
  sellerId: string;
  payee: Payee;
  supply: Supply;
  /** The whole sale without its tax. */
  gross_paise: Paise;
  /** The part on which tax is collected at source: see `bearsCollection`. */
  taxable_paise: Paise;
}

export interface Withheld extends CollectedTax {
  income_tax_paise: Paise;
  /** All of it: what the maker's credit is reduced by. */
  total_paise: Paise;
}

const yearRow = z.object({ gross_paise: paiseColumn, income_tax_paise: paiseColumn, carried_paise: paiseColumn });
const keptRow = z.object({
  cgst_paise: paiseColumn,
  sgst_paise: paiseColumn,
  igst_paise: paiseColumn,
  income_tax_paise: paiseColumn,
});

@Injectable()
export class Withhold {
  constructor(private readonly policy: PolicyQuery) {}

  /**
   * Works out and writes down what the platform keeps for the government when a sale is credited, in the caller's
   * transaction; sales of one maker wait for each other, so that her year is counted once.
   * Income tax of sales that came back is counted against what this one bears. Asked again for the same cause,
   * it answers what it kept.
   * @rule 
   */
  async inside(tx: Tx, sale: CreditedSale): Promise<Withheld> {
    assert(sale.taxable_paise <= sale.gross_paise, 'what bears tax is a part of the sale');
    const year = financialYear(tx.now);
    const before = await this.lockYear(tx, sale.sellerId, year);
    const known = await tx.maybe(
      keptRow,
      `select cgst_paise, sgst_paise, igst_paise, income_tax_paise from tax.withholding
        where cause_kind = $1 and cause_id = $2`,
      [sale.cause.kind, sale.cause.id],
    );
    if (known) return withTotal(known);

    const collected_bp = this.policy.at('gst.tcs_bp', tx.now);
    const terms = {
      rate_bp: this.policy.at('it.ecom_tds_bp', tx.now),
      no_pan_bp: this.policy.at('it.ecom_no_pan_bp', tx.now),
      small_max_paise: this.policy.at('it.ecom_small_max', tx.now),
    };
    const soFar = { gross_paise: before.gross_paise, withheld_paise: before.income_tax_paise };
    const due_paise = incomeTaxOn(sale.gross_paise, soFar, sale.payee, terms);
    const carried_paise = due_paise < before.carried_paise ? due_paise : before.carried_paise;
    const kept = {
      ...collectedOn(sale.taxable_paise, collected_bp, sale.supply),
      income_tax_paise: due_paise - carried_paise,
    };
    await tx.insert(WithholdingEntity, {
      id: newId(),
      cause_kind: sale.cause.kind,
      cause_id: sale.cause.id,
      seller_id: sale.sellerId,
      financial_year: year,
      supply: sale.supply,
      payee: sale.payee,
      gross_paise: sale.gross_paise.toString(),
      taxable_paise: sale.taxable_paise.toString(),
      collected_bp,
      cgst_paise: kept.cgst_paise.toString(),
      sgst_paise: kept.sgst_paise.toString(),
      igst_paise: kept.igst_paise.toString(),
      income_tax_paise: kept.income_tax_paise.toString(),
      income_tax_section: this.policy.at('it.ecom_tds.section', tx.now),
      made_at: tx.now,
    });
    await tx.run(
      `update tax.seller_year
          set gross_paise = gross_paise + $3, income_tax_paise = income_tax_paise + $4, carried_paise = carried_paise - $5
        where seller_id = $1 and financial_year = $2`,
      [sale.sellerId, year, sale.gross_paise.toString(), kept.income_tax_paise.toString(), carried_paise.toString()],
    );
    return withTotal(kept);
  }

  private async lockYear(tx: Tx, sellerId: string, year: string): Promise<z.infer<typeof yearRow>> {
    const found = await tx.maybe(
      yearRow,
      `insert into tax.seller_year as y (seller_id, financial_year, gross_paise, income_tax_paise) values ($1, $2, 0, 0)
       on conflict (seller_id, financial_year) do update set gross_paise = y.gross_paise
       returning gross_paise, income_tax_paise, carried_paise`,
      [sellerId, year],
    );
    assert(found, 'an upsert returns its row');
    return found;
  }
}

const withTotal = (kept: z.infer<typeof keptRow>): Withheld => ({
  ...kept,
  total_paise: sumPaise([kept.cgst_paise, kept.sgst_paise, kept.igst_paise, kept.income_tax_paise]),
});
