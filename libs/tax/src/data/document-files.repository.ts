import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import type { FileAt } from '#platform/files';
import { financialYear } from '#platform/time';
import { paperKeyOf } from '../domain/document-parties.js';
import type { Edition } from '../domain/tax-paper.js';
import { DocumentFileEntity } from './document-file.entity.js';

const fileRow = z.object({
  storage_key: z.string(),
  sha256: z.custom<Buffer>((value) => Buffer.isBuffer(value)),
});
export type DocumentFile = z.infer<typeof fileRow>;

interface Parties {
  id: string;
  issuer: string;
  financial_year: string;
  seller_id: string;
  recipient_id: string;
  corrects: { issued_at: Date } | null;
}

/**
 * A printed document is sealed as the names on it are: with the key of these papers, which goes when the law no longer wants
 * them. A note has its names, and so its key, from its invoice.
 * @rule S-63
 */
export const documentFileAt = (document: Parties, edition: Edition): FileAt => ({
  subjectId: paperKeyOf(
    document.issuer,
    document.corrects === null ? document.financial_year : financialYear(document.corrects.issued_at),
  ),
  place: { table: 'tax.document_file', column: edition, row: document.id },
});

export const fingerprintOf = (pdf: Buffer): Buffer => createHash('sha256').update(pdf).digest();

/** Documents as they were printed. */
@Injectable()
export class DocumentFiles {
  find(tx: Tx, documentId: string, edition: Edition): Promise<DocumentFile | null> {
    return tx.maybe(
      fileRow,
      `select storage_key, sha256 from tax.document_file where document_id = $1 and edition = $2`,
      [documentId, edition],
    );
  }

  /** @throws a broken uniqueness when it was printed meanwhile */
  add(
    tx: Tx,
    document: Parties,
    edition: Edition,
    { storageKey, pdf }: { storageKey: string; pdf: Buffer },
  ): Promise<void> {
    return tx.insert(DocumentFileEntity, {
      ...{ document_id: document.id, edition, seller_id: document.seller_id, recipient_id: document.recipient_id },
      ...{ storage_key: storageKey, size_bytes: pdf.length, sha256: fingerprintOf(pdf), printed_at: tx.now },
    });
  }
}
