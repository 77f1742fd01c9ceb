import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Edition } from '../domain/tax-paper.js';
import { DocumentEntity } from './document.entity.js';

/** A document as it was printed. Written once, for ever. @rule S-61 */
@Entity({ schema: 'tax', name: 'document_file' })
@Check('document_file_edition', `edition in ('named', 'unnamed')`)
@Check('document_file_size', 'size_bytes > 0')
export class DocumentFileEntity {
  @ForeignKey(() => DocumentEntity, { name: 'document_file_of_document' })
  @PrimaryColumn('uuid')
  document_id: string;
  @PrimaryColumn('text') edition: Edition;
  @Column('uuid') seller_id: string;
  @Column('uuid') recipient_id: string;
  @Column('text') storage_key: string;
  @Column('integer') size_bytes: number;
  /** Of the file as people get it. */
  @Column('bytea') sha256: Buffer;
  @Column('timestamptz') printed_at: Date;
}
