import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import type { FileAt } from '#platform/files';
import { keyset, type PageRequest } from '#platform/http';
import { assert, newId } from '#platform/kernel';
import { paiseColumn, sumPaise } from '#platform/money';
import {
  certificateKinds,
  certificateNumber,
  keptOf,
  monthsOf,
  periods,
  spanOf,
  type CertificateKind,
  type CertifiedPeriod,
  type Certified,
  type KeptMonth,
} from '../domain/certificate.js';
import { fail } from '../domain/tax.errors.js';
import { CertificateEntity, type WrittenMonth } from './certificate.entity.js';
import { takeNumber } from './series.js';

const amounts = {
  gross_paise: paiseColumn,
  taxable_paise: paiseColumn,
  cgst_paise: paiseColumn,
  sgst_paise: paiseColumn,
  igst_paise: paiseColumn,
  income_tax_paise: paiseColumn,
};
const keptRow = z.object({ month: z.string(), ...amounts });
const certificateRow = z.object({
  id: z.uuid(),
  kind: z.enum(certificateKinds),
  number: z.string(),
  financial_year: z.string(),
  period: z.enum(periods),
  seller_id: z.uuid(),
  section: z.string().nullable(),
  total_paise: paiseColumn,
  months: z.array(keptRow),
  issued_at: z.date(),
  storage_key: z.string().nullable(),
  file_sha256: z.custom<Buffer>((value) => Buffer.isBuffer(value)).nullable(),
});
export type IssuedCertificate = z.infer<typeof certificateRow>;
const columns = Object.keys(certificateRow.shape).join(', ');
const sectionRow = z.object({ section: z.string().nullable() });
const certifiedRow = z.object({
  name: z.string().nullable(),
  gstin: z.string().nullable(),
  place: z.string().nullable(),
  pincode: z.string().nullable(),
  state: z.string().nullable(),
});
const parts = Object.keys(amounts);

/** With whose key a certificate's file is sealed: it names the maker. @rule S-63 */
export const certificateFileAt = ({ id, seller_id }: Pick<IssuedCertificate, 'id' | 'seller_id'>): FileAt => ({
  subjectId: seller_id,
  place: { table: 'tax.certificate', column: 'file', row: id },
});

@Injectable()
export class Certificates {
  /** Makers of whose sales something was kept or given back in a period and who have no certificate of it yet. */
  async owed(tx: Tx, kind: CertificateKind, of: CertifiedPeriod, limit: number): Promise<string[]> {
    const kept = kind === 'withheld' ? 'income_tax_paise' : 'cgst_paise + sgst_paise + igst_paise';
    const { from, before } = spanOf(of);
    const rows = await tx.many(
      z.object({ seller_id: z.uuid() }),
      `select distinct m.seller_id
         from (select seller_id, made_at, ${kept} as kept from tax.withholding
               union all select seller_id, made_at, ${kept} from tax.taken_back) m
        where m.made_at >= $1 and m.made_at < $2 and m.kept <> 0
          and not exists (select 1 from tax.certificate c
                           where c.seller_id = m.seller_id and c.kind = $3 and c.financial_year = $4 and c.period = $5)
        order by m.seller_id limit $6`,
      [from, before, kind, of.year, of.period, limit],
    );
    return rows.map(({ seller_id }) => seller_id);
  }

  /**
   * Writes a maker's certificate with the next number. One at a time of a kind; asked again it is there already.
   * @returns its id; null: there is one
   * @rule R-6.12 R-6.14
   */
  async issue(tx: Tx, kind: CertificateKind, of: CertifiedPeriod, sellerId: string): Promise<string | null> {
    await tx.run(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`tax.certificate ${kind} ${of.year}`]);
    const [there] = await tx.many(
      z.object({ id: z.uuid() }),
      `select id from tax.certificate where kind = $1 and seller_id = $2 and financial_year = $3 and period = $4`,
      [kind, sellerId, of.year, of.period],
    );
    if (there) return null;
    const months = await this.months(tx, of, sellerId);
    const section = kind === 'withheld' ? await this.section(tx, of, sellerId) : null;
    const n = await takeNumber(tx, { issuer: 'operator', kind: `certificate_${kind}`, year: of.year });
    const id = newId();
    await tx.insert(CertificateEntity, {
      ...{ id, kind, number: certificateNumber(kind, of.year, n), financial_year: of.year, period: of.period },
      ...{ seller_id: sellerId, section, months: months.map(written), issued_at: tx.now },
      total_paise: sumPaise(months.map((month) => keptOf(kind, month))).toString(),
      ...{ storage_key: null, file_sha256: null },
    });
    return id;
  }

  /** @throws tax_document_not_found (404), also for another's @rule S-42 */
  async known(tx: Tx, id: string): Promise<IssuedCertificate> {
    const found = await tx.maybe(certificateRow, `select ${columns} from tax.certificate where id = $1`, [id]);
    if (!found) throw fail('tax_document_not_found');
    return found;
  }

  /** A maker's certificate of a period. @throws tax_document_not_found (404) @rule S-42 */
  async of(
    tx: Tx,
    sellerId: string,
    kind: CertificateKind,
    { year, period }: CertifiedPeriod,
  ): Promise<IssuedCertificate> {
    const found = await tx.maybe(
      certificateRow,
      `select ${columns} from tax.certificate
        where seller_id = $1 and kind = $2 and financial_year = $3 and period = $4`,
      [sellerId, kind, year, period],
    );
    if (!found) throw fail('tax_document_not_found');
    return found;
  }

  /** A maker's certificates, the newest first. @rule S-42 */
  ofMaker(tx: Tx, sellerId: string, request: PageRequest): Promise<IssuedCertificate[]> {
    const page = keyset(request, ['id'], 'desc', 2);
    const sql = `select ${columns} from tax.certificate where seller_id = $1 ${page.where} order by ${page.orderBy} limit ${page.limit}`;
    return tx.many(certificateRow, sql, [sellerId, ...page.values]);
  }

  /** Its file is in the store. @returns false when another one was there first */
  async printed(tx: Tx, id: string, file: { storageKey: string; sha256: Buffer }): Promise<boolean> {
    const sql = `update tax.certificate set storage_key = $2, file_sha256 = $3 where id = $1 and storage_key is null`;
    return (await tx.run(sql, [id, file.storageKey, file.sha256])) === 1;
  }

  /** Whom it is for, as the register names her today. */
  async whom(tx: Tx, sellerId: string): Promise<Certified> {
    const found = await tx.maybe(
      certifiedRow,
      `select name, gstin, place, pincode, state_code as state from sellers.v_seller where seller_id = $1`,
      [sellerId],
    );
    return found ?? { name: null, gstin: null, place: null, pincode: null, state: null };
  }

  private async months(tx: Tx, of: CertifiedPeriod, sellerId: string): Promise<KeptMonth[]> {
    const { from, before } = spanOf(of);
    const signed = (sign: string): string => parts.map((part) => `${sign}${part} as ${part}`).join(', ');
    const rows = await tx.many(
      keptRow,
      `select to_char(made_at at time zone 'Asia/Kolkata', 'YYYY-MM') as month,
              ${parts.map((part) => `sum(${part})::bigint as ${part}`).join(', ')}
         from (select made_at, ${signed('')} from tax.withholding where seller_id = $1 and made_at >= $2 and made_at < $3
               union all
               select made_at, ${signed('-')} from tax.taken_back where seller_id = $1 and made_at >= $2 and made_at < $3) m
        group by 1 order by 1`,
      [sellerId, from, before],
    );
    const months = monthsOf(of);
    assert(
      rows.every(({ month }) => months.includes(month)),
      'a sale of a period lies in one of its months',
    );
    return rows;
  }

  private async section(tx: Tx, of: CertifiedPeriod, sellerId: string): Promise<string | null> {
    const { from, before } = spanOf(of);
    const found = await tx.maybe(
      sectionRow,
      `select string_agg(distinct income_tax_section, '; ') as section from tax.withholding
        where seller_id = $1 and made_at >= $2 and made_at < $3`,
      [sellerId, from, before],
    );
    return found?.section ?? null;
  }
}

const written = (of: KeptMonth): WrittenMonth => ({
  month: of.month,
  gross_paise: of.gross_paise.toString(),
  taxable_paise: of.taxable_paise.toString(),
  cgst_paise: of.cgst_paise.toString(),
  sgst_paise: of.sgst_paise.toString(),
  igst_paise: of.igst_paise.toString(),
  income_tax_paise: of.income_tax_paise.toString(),
});
