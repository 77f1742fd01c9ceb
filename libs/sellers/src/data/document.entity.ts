import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { documentStates, type DocumentState } from '../domain/document.js';
import { evidenceKinds, type EvidenceKind } from '../domain/evidence-matrix.js';
import { SellerEntity } from './seller.entity.js';

const listed = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** A photo or scan of a paper; the file itself is sealed and lies in the store. @rule S-58 */
@Entity({ schema: 'sellers', name: 'document' })
@Index('document_by_seller', ['seller_id', 'given_at'])
@Check('document_kind', `kind in (${listed(evidenceKinds)})`)
@Check('document_type', `content_type in ('application/pdf', 'image/jpeg')`)
@Check('document_has_pages', 'pages >= 1')
@Check('document_state', `state in (${listed(documentStates)})`)
@Check('document_ends_once', `(ended_at is null) = (state in ('waiting', 'clean'))`)
@Check('document_destroyed_after_its_end', 'destroyed_at is null or ended_at is not null')
export class SellerDocumentEntity {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => SellerEntity, { name: 'document_of_seller' })
  @Column('uuid')
  seller_id!: string;
  @Column('text') kind!: EvidenceKind;
  @Column('text') content_type!: 'application/pdf' | 'image/jpeg';
  /** Of what is shown, not of its sealed form. */
  @Column('integer') size_bytes!: number;
  @Column('integer') pages!: number;
  /** Drawn by lot; says nothing. */
  @Column('text') storage_key!: string;
  @Column('text') state!: DocumentState;
  @Column('timestamptz') given_at!: Date;
  @Column('timestamptz', { nullable: true }) scanned_at!: Date | null;
  @Column('timestamptz', { nullable: true }) ended_at!: Date | null;
  @Column('timestamptz', { nullable: true }) destroyed_at!: Date | null;
}
