import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import type { FileAt, StoredFile } from '#platform/files';
import type { SafeFile } from '#platform/uploads';
import { documentStates, type DocumentState } from '../domain/document.js';
import { evidenceKinds, type EvidenceKind } from '../domain/evidence-matrix.js';
import { fail } from '../domain/seller.errors.js';
import { DestroyDocumentJob } from '../domain/seller.events.js';
import { SellerDocumentEntity } from './document.entity.js';

const documentRow = z.object({
  id: z.uuid(),
  seller_id: z.uuid(),
  kind: z.enum(evidenceKinds),
  content_type: z.enum(['application/pdf', 'image/jpeg']),
  size_bytes: z.number(),
  pages: z.number(),
  storage_key: z.string(),
  state: z.enum(documentStates),
  given_at: z.date(),
});
export type SellerDocument = z.infer<typeof documentRow>;

const columns = Object.keys(documentRow.shape).join(', ');

/** How a document's file is sealed. @rule S-63 */
export const documentAt = ({ id, seller_id }: Pick<SellerDocument, 'id' | 'seller_id'>): FileAt => ({
  subjectId: seller_id,
  place: { table: 'sellers.document', column: 'file', row: id },
});
export const fileOf = (document: SellerDocument): StoredFile => ({
  ...documentAt(document),
  storageKey: document.storage_key,
});

/** Photos and scans: sealed with the seller's own key before they leave the process (S-63). */
@Injectable()
export class Documents {
  add(tx: Tx, of: { id: string; sellerId: string; kind: EvidenceKind; storageKey: string }, file: SafeFile) {
    return tx.insert(SellerDocumentEntity, {
      id: of.id,
      seller_id: of.sellerId,
      kind: of.kind,
      content_type: file.type,
      size_bytes: file.bytes.length,
      pages: file.pages,
      storage_key: of.storageKey,
      state: 'waiting',
      given_at: tx.now,
      scanned_at: null,
      ended_at: null,
      destroyed_at: null,
    });
  }

  /** Those that have not ended, and those the scanner refused, oldest first. */
  of(tx: Tx, sellerId: string): Promise<SellerDocument[]> {
    return tx.many(
      documentRow,
      `select ${columns} from sellers.document
        where seller_id = $1 and state in ('waiting', 'clean', 'infected') order by given_at, id limit 200`,
      [sellerId],
    );
  }

  /** One of a seller's. @throws document_unknown (404) */
  async find(tx: Tx, sellerId: string, id: string): Promise<SellerDocument> {
    const found = await this.known(tx, id);
    if (found?.seller_id !== sellerId) throw fail('document_unknown');
    return found;
  }

  /**
   * Those of a seller that are never ended while she is one: what she was approved on, what a member agreed on, and what
   * lay there when an officer accepted a renewed paper of the kind, or a right to the name of a GI.
   * @rule SM-1 
   */
  async reliedOn(tx: Tx, sellerId: string): Promise<ReadonlySet<string>> {
    const rows = await tx.many(
      z.object({ id: z.uuid() }),
      `select d.id from sellers.document d join sellers.seller s on s.id = d.seller_id
        where d.seller_id = $1 and d.ended_at is null
          and (d.given_at <= s.verified_at
               or exists (select 1 from sellers.member m where m.seller_id = s.id and m.consent_document_id = d.id)
               or exists (select 1 from sellers.renewal r
                           where r.seller_id = s.id and r.kind = d.kind and r.state = 'accepted' and d.given_at <= r.decided_at)
               or (d.kind = 'gi_user'
                   and exists (select 1 from sellers.gi_authorisation a
                                where a.seller_id = s.id and a.state = 'verified' and d.given_at <= a.decided_at)))`,
      [sellerId],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** For the system's own work. */
  known(tx: Tx, id: string): Promise<SellerDocument | null> {
    return tx.maybe(documentRow, `select ${columns} from sellers.document where id = $1`, [id]);
  }

  /** What the scanner said; a file that ended meanwhile stays ended. */
  async scanned(tx: Tx, id: string, verdict: 'clean' | 'infected'): Promise<void> {
    await tx.run(
      `update sellers.document
          set state = $2, scanned_at = $3, ended_at = case when $2 = 'infected' then $3::timestamptz end
        where id = $1 and state = 'waiting'`,
      [id, verdict, tx.now],
    );
    if (verdict === 'infected') tx.enqueue(DestroyDocumentJob, { documentId: id });
  }

  /** Ends files for good; that they leave the store follows. @param ids  none: all of the seller's @rule S-66 */
  async end(
    tx: Tx,
    sellerId: string,
    why: Exclude<DocumentState, 'waiting' | 'clean' | 'infected'>,
    ids?: readonly string[],
  ): Promise<void> {
    const ended = await tx.many(
      z.object({ id: z.uuid() }),
      `update sellers.document set state = $2, ended_at = $3
        where seller_id = $1 and ended_at is null and ($4::uuid[] is null or id = any($4)) returning id`,
      [sellerId, why, tx.now, ids ?? null],
    );
    for (const { id } of ended) tx.enqueue(DestroyDocumentJob, { documentId: id });
  }

  async destroyed(tx: Tx, id: string): Promise<void> {
    await tx.run(`update sellers.document set destroyed_at = $2 where id = $1 and destroyed_at is null`, [id, tx.now]);
  }
}
