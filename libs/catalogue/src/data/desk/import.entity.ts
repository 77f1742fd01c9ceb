import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ImportGoodsState, ImportStep, ListingImportState } from '../../domain/desk/import.states.js';
import { MediaEntity } from '../media.entity.js';
import type { GoodsRows } from '../../domain/desk/rows.js';

/** A sheet of goods on its way into the catalogue. @rule S-60 */
@Entity({ schema: 'catalogue', name: 'listing_import' })
@Index('listing_import_by_seller', ['seller_id', 'id'])
@Index('listing_import_open_once', { synchronize: false })
@Index('listing_import_due', { synchronize: false })
@Index('listing_import_ended', { synchronize: false })
@Check(
  'listing_import_state',
  `state in ('received', 'checking', 'checked', 'applying', 'applied', 'failed', 'cancelled')`,
)
@Check('listing_import_next_row', 'next_row >= 1')
@Check('listing_import_has_ended', `(state in ('applied', 'failed', 'cancelled')) = (ended_at is not null)`)
@Check('listing_import_lapses', `due_at is null or state = 'checked'`)
export class ListingImportEntity {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey('SellerEntity', { name: 'listing_import_of_seller' })
  @Column('uuid')
  seller_id!: string;
  /** Who uploaded it: what it writes is written in her name. */
  @Column('uuid') person_id!: string;
  @Column('text') state!: ListingImportState;
  @Column('text') sha256!: string;
  /** Where the sheet is kept until it is read. */
  @Column('text', { nullable: true }) storage_key!: string | null;
  /** The first row that is not read: a reading that was cut short goes on here. */
  @Column('integer') next_row!: number;
  @Column('integer', { default: 0 }) rows_read!: number;
  /** Goods that are whole go before the officer as they are written. */
  @Column('boolean', { default: false }) submits!: boolean;
  @Column('timestamptz') received_at!: Date;
  @Column('timestamptz', { nullable: true }) checked_at!: Date | null;
  /** Checked and never written, it is forgotten then. */
  @Column('timestamptz', { nullable: true }) due_at!: Date | null;
  @Column('timestamptz', { nullable: true }) ended_at!: Date | null;
}

/** The rows of one kind of goods. @rule S-60 */
@Entity({ schema: 'catalogue', name: 'import_goods' })
@Index('import_goods_open', { synchronize: false })
@Check('import_goods_rows', 'rows_count >= 1')
@Check('import_goods_step', `step in ('add', 'revise', 'change', 'none')`)
@Check('import_goods_state', `state in ('good', 'wrong', 'done', 'refused')`)
export class ImportGoodsEntity {
  @ForeignKey(() => ListingImportEntity, { name: 'import_goods_of_import', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  import_id!: string;
  /** The first of them, as a spreadsheet counts. */
  @PrimaryColumn('integer') row!: number;
  @Column('smallint') rows_count!: number;
  /** The cells by their columns, until they are written. */
  @Column('jsonb', { nullable: true }) said!: GoodsRows | null;
  /** What they do to the catalogue. */
  @Column('text', { nullable: true }) step!: ImportStep | null;
  @Column('text') state!: ImportGoodsState;
  @Column('uuid', { nullable: true }) listing_id!: string | null;
  /** The change lies on the officer's desk. */
  @Column('boolean', { default: false }) waits!: boolean;
  @Column('boolean', { default: false }) is_submitted!: boolean;
}

/** What is wrong with a cell or a row; told in words when it is asked for. @rule S-60 */
@Entity({ schema: 'catalogue', name: 'import_fault' })
export class ImportFaultEntity {
  @ForeignKey(() => ListingImportEntity, { name: 'import_fault_of_import', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  import_id!: string;
  @PrimaryColumn('integer') row!: number;
  @PrimaryColumn('integer') seq!: number;
  @Column('text', { nullable: true }) column_name!: string | null;
  @Column('text') code!: string;
  @Column('text', { nullable: true }) value!: string | null;
  @Column('jsonb') facts!: object;
}

/** Which picture an address of the maker's gave: asked once, however often her sheet is read. @rule S-21 S-60 */
@Entity({ schema: 'catalogue', name: 'fetched_picture' })
@Index('fetched_picture_by_media', ['media_id'])
export class FetchedPictureEntity {
  @ForeignKey('SellerEntity', { name: 'fetched_picture_of_seller' })
  @PrimaryColumn('uuid')
  seller_id!: string;
  @PrimaryColumn('text') address!: string;
  @ForeignKey(() => MediaEntity, { name: 'fetched_picture_of_media', onDelete: 'CASCADE' })
  @Column('uuid')
  media_id!: string;
}
