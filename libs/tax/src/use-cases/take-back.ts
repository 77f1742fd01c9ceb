import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import type { Cause } from '#platform/kernel';
import { paiseColumn, sumPaise } from '#platform/money';
import { financialYear, istDay, startOfIstDay } from '#platform/time';
import { TakenBackEntity } from '../data/withholding.entity.js';
import { givenBack, undone, type KeptTax, type UndonePart } from '../domain/given-back.js';
import type { Withheld } from './withhold.js';

/** A part of a sale that came back after the sale was credited. */
export interface UndoneSupply {
  /** The caller's key; the same again changes nothing. */
  id: string;
  cause: Cause;
  sellerId: string;
  /** Of what she was credited with for it. */
  part: UndonePart;
}

const parts = {
  cgst_paise: paiseColumn,
  sgst_paise: paiseColumn,
  igst_paise: paiseColumn,
  income_tax_paise: paiseColumn,
};
const keptRow = z.object({
  ...parts,
  gross_paise: paiseColumn,
  taxable_paise: paiseColumn,
  financial_year: z.string(),
  payee: z.string(),
});
const sumRow = z.object(parts);
const nothing = { cgst_paise: 0n, sgst_paise: 0n, igst_paise: 0n, income_tax_paise: 0n };

@Injectable()
export class TakeBack {
  /**
   * Goods came back after their maker was credited: what was kept of them for the government is hers again, so far as the
   * month has kept it. Collection at source that is more than that lapses; income tax of the same financial year lowers
   * what her next sales bear. Sales of one maker wait for each other here.
   * @rule 
   */
  async inside(tx: Tx, supply: UndoneSupply): Promise<Withheld> {
    const { cause, sellerId } = supply;
    const year = financialYear(tx.now);
    await tx.run(`select 1 from tax.seller_year where seller_id = $1 for update`, [sellerId]);
    const known = await tx.maybe(sumRow, `select ${columns} from tax.taken_back where id = $1`, [supply.id]);
    if (known) return withTotal(known);
    const kept = await tx.maybe(
      keptRow,
      `select ${columns}, gross_paise, taxable_paise, financial_year, payee from tax.withholding where cause_kind = $1 and cause_id = $2`,
      [cause.kind, cause.id],
    );
    if (!kept) return withTotal(nothing);
    const { now, carried_paise } = givenBack(kept, supply.part, await this.ofMonth(tx, sellerId));
    const isSameYear = kept.financial_year === year;
    // An individual's year is counted anew with each sale: what was withheld too much of it is seen there.
    const carried = isSameYear && kept.payee !== 'individual' ? carried_paise : 0n;
    const gross_paise = undone(kept.gross_paise, supply.part);
    await tx.insert(TakenBackEntity, {
      ...{ id: supply.id, cause_kind: cause.kind, cause_id: cause.id, seller_id: sellerId, financial_year: year },
      gross_paise: gross_paise.toString(),
      taxable_paise: undone(kept.taxable_paise, supply.part).toString(),
      cgst_paise: now.cgst_paise.toString(),
      sgst_paise: now.sgst_paise.toString(),
      igst_paise: now.igst_paise.toString(),
      income_tax_paise: now.income_tax_paise.toString(),
      carried_paise: carried.toString(),
      made_at: tx.now,
    });
    if (isSameYear) {
      await tx.run(
        `update tax.seller_year
            set gross_paise = gross_paise - $3, income_tax_paise = income_tax_paise - $4, carried_paise = carried_paise + $5
          where seller_id = $1 and financial_year = $2`,
        [sellerId, year, gross_paise.toString(), now.income_tax_paise.toString(), carried.toString()],
      );
    }
    return withTotal(now);
  }

  /** What this month has kept of all her sales so far, less what it gave back; months in India's time. */
  private async ofMonth(tx: Tx, sellerId: string): Promise<KeptTax> {
    const since = startOfIstDay(`${istDay(tx.now).slice(0, 7)}-01`);
    const found = await tx.maybe(
      sumRow,
      `select coalesce(sum(cgst_paise), 0)::bigint as cgst_paise, coalesce(sum(sgst_paise), 0)::bigint as sgst_paise,
              coalesce(sum(igst_paise), 0)::bigint as igst_paise,
              coalesce(sum(income_tax_paise), 0)::bigint as income_tax_paise
         from (select cgst_paise, sgst_paise, igst_paise, income_tax_paise
                 from tax.withholding where seller_id = $1 and made_at >= $2
               union all
               select -cgst_paise, -sgst_paise, -igst_paise, -income_tax_paise
                 from tax.taken_back where seller_id = $1 and made_at >= $2) month`,
      [sellerId, since],
    );
    return found ?? nothing;
  }
}

const columns = 'cgst_paise, sgst_paise, igst_paise, income_tax_paise';

const withTotal = ({ cgst_paise, sgst_paise, igst_paise, income_tax_paise }: KeptTax): Withheld => ({
  ...{ cgst_paise, sgst_paise, igst_paise, income_tax_paise },
  total_paise: sumPaise([cgst_paise, sgst_paise, igst_paise, income_tax_paise]),
});
