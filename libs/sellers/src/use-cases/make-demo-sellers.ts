import { Injectable } from '@nestjs/common';
import { MakeDemoOrganisations } from '#identity';
import { isProduction } from '#platform/config';
import { SubjectKeys } from '#platform/crypto';
import { UnitOfWork, type Tx } from '#platform/database';
import { Papers } from '../data/evidence.repository.js';
import type { GstStatus } from '../domain/auto-checks.js';
import type { Evidence } from '../domain/evidence.js';
import { readEvidence } from '../domain/read-evidence.js';
import type { SellerClass } from '../domain/seller-class.js';
import { sellersOfDemo } from '../data/demo-sellers.sql.js';

/** An invented seller as she stands after her approval. */
export interface DemoSeller {
  id: string;
  applicantId: string;
  class: SellerClass;
  name: string;
  districtId: string;
  stateCode: string;
  pincode: string;
  place: string;
  addressLine: string;
  entryId: string;
  papers: readonly Evidence[];
}

const gstStatuses: Readonly<Record<string, GstStatus>> = {
  gstin: 'registered',
  enrolment: 'enrolled_unregistered',
  exempt: 'exempt',
};

/** Sellers to try things with, many at once and approved already. Never in production. */
@Injectable()
export class MakeDemoSellers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly organisations: MakeDemoOrganisations,
    private readonly keys: SubjectKeys,
    private readonly papers: Papers,
  ) {}

  /** Those that are there already stay as they are. @returns how many are new */
  run(wanted: readonly DemoSeller[]): Promise<number> {
    if (isProduction()) throw new Error('Demo sellers are not made in production.');
    return this.work.run(async (tx) => {
      const fresh = await this.unknown(tx, wanted);
      if (fresh.length === 0) return 0;
      await this.organisations.inside(tx, fresh);
      await this.write(tx, fresh);
      return fresh.length;
    });
  }

  private async unknown(tx: Tx, wanted: readonly DemoSeller[]): Promise<DemoSeller[]> {
    const known = await tx.many(sellersOfDemo.knownRow, sellersOfDemo.known, [wanted.map((seller) => seller.id)]);
    const there = new Set(known.map((row) => row.id));
    return wanted.filter((seller) => !there.has(seller.id));
  }

  private async write(tx: Tx, sellers: readonly DemoSeller[]): Promise<void> {
    const keys = await this.keys.ofMany(
      tx,
      sellers.map((seller) => seller.id),
    );
    const rows = sellers.map(({ papers, addressLine, ...seller }) => ({
      ...seller,
      ...gstOf(papers),
      manufacturer_key: this.papers.manufacturerKey(seller.id, papers),
      address_sealed: keys
        .get(seller.id)!
        .seal({ table: 'sellers.seller', column: 'address_sealed', row: seller.id }, addressLine)
        .toString('hex'),
    }));
    const actor = [tx.actor.label, tx.now];
    await tx.run(sellersOfDemo.sellers, [JSON.stringify(rows), tx.now]);
    await tx.run(sellersOfDemo.history, [rows.map((row) => row.id), ...actor]);
    await tx.run(sellersOfDemo.ties, [rows.map((row) => row.id), rows.map((row) => row.entryId), tx.now]);
    await this.papers.confirmed(
      tx,
      sellers.flatMap((seller) =>
        seller.papers.map((paper) => ({
          sellerId: seller.id,
          paper: readEvidence(paper, tx.now, landBorderEnds),
          key: keys.get(seller.id)!,
        })),
      ),
    );
    tx.audit({
      action: 'sellers.demo',
      object: { kind: 'sellers.demo', id: 'sellers' },
      after: { sellers: rows.length },
    });
  }
}

/** Invented declarations do not end while somebody tries things. */
const landBorderEnds = '2035-12-31';

function gstOf(papers: readonly Evidence[]): { gst_status: GstStatus; gstin: string | null } {
  const paper = papers.find((one) => one.kind === 'gst');
  if (paper?.kind !== 'gst') return { gst_status: 'exempt', gstin: null };
  return { gst_status: gstStatuses[paper.basis]!, gstin: paper.basis === 'gstin' ? (paper.number ?? null) : null };
}
