import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { pictureFaults, pictureStates, type PictureFault, type PictureState } from '../domain/broken-picture.js';
import { imageBytes_max, imageTypes, type ImageType } from '../domain/image.js';
import type { Rendition } from '../domain/renditions.js';

const listed = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** A picture in the store, under a random name. @rule S-58 */
@Entity({ schema: 'catalogue', name: 'media' })
@Unique('media_storage_key_once', ['storage_key'])
@Index('media_by_seller', ['seller_id', 'id'])
@Index('media_by_age', ['uploaded_at'])
@Index('media_waiting', ['uploaded_at'], { where: `state = 'waiting'` })
@Index('media_of_platform_once', ['sha256'], { unique: true, where: 'seller_id is null' })
@Check('media_content_type', `content_type in (${listed(imageTypes)})`)
@Check('media_size', `size_bytes between 1 and ${imageBytes_max}`)
@Check('media_state', `state in (${listed(pictureStates)})`)
@Check('media_fault', `fault in (${listed(pictureFaults)})`)
@Check('media_broken_says_why', `(state = 'broken') = (fault is not null)`)
export class MediaEntity {
  @PrimaryColumn('uuid') id!: string;
  /** Null: the platform's own, which many goods may share. */
  @ForeignKey('SellerEntity', { name: 'media_of_seller' })
  @Column('uuid', { nullable: true })
  seller_id!: string | null;
  @Column('text') content_type!: ImageType;
  @Column('integer') size_bytes!: number;
  /** Upright, once it was painted anew. */
  @Column('integer') width_px!: number;
  @Column('integer') height_px!: number;
  @Column('bytea') sha256!: Buffer;
  @Column('text') storage_key!: string;
  @Column('timestamptz') uploaded_at!: Date;
  @Column('text', { default: 'waiting' }) state!: PictureState;
  @Column('text', { nullable: true }) fault!: PictureFault | null;
  @Column('jsonb', { default: () => `'[]'` }) renditions!: Rendition[];
}

/** What a maker's picture looks like (`domain/fingerprint.ts`); pictures with a band in common are compared. */
@Entity({ schema: 'catalogue', name: 'media_print' })
@Index('media_print_bands', { synchronize: false })
export class MediaPrintEntity {
  @ForeignKey(() => MediaEntity, { name: 'media_print_of_media', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  media_id!: string;
  @Column('bytea') prints!: Buffer;
  @Column('integer', { array: true }) bands!: number[];
}

/** A picture that looks like an earlier one of another maker: a word for the desk, no verdict. @rule */
@Entity({ schema: 'catalogue', name: 'media_likeness' })
@Index('media_likeness_by_original', ['original_id'])
@Check('media_likeness_distance', 'distance >= 0')
export class MediaLikenessEntity {
  @ForeignKey(() => MediaEntity, { name: 'media_likeness_of_media', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  media_id!: string;
  @ForeignKey(() => MediaEntity, { name: 'media_likeness_original', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  original_id!: string;
  /** Bits of 128 in which they differ. */
  @Column('smallint') distance!: number;
  @Column('timestamptz') found_at!: Date;
}

/** Where a maker may send a picture, until when, and what became of it. @rule S-58 */
@Entity({ schema: 'catalogue', name: 'picture_upload' })
@Index('picture_upload_by_seller', ['seller_id', 'until'])
@Index('picture_upload_by_end', ['until'])
@Index('picture_upload_by_media', ['media_id'])
@Check('picture_upload_type', `content_type in (${listed(imageTypes)})`)
@Check('picture_upload_size', `size_bytes between 1 and ${imageBytes_max}`)
export class PictureUploadEntity {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey('SellerEntity', { name: 'picture_upload_of_seller' })
  @Column('uuid')
  seller_id!: string;
  /** Where the bytes come in; a picture lies under another key, which nobody outside was ever told. */
  @Column('text') storage_key!: string;
  @Column('text') content_type!: ImageType;
  @Column('integer') size_bytes!: number;
  /** Real time, as signatures are. */
  @Column('timestamptz') until!: Date;
  @ForeignKey(() => MediaEntity, { name: 'picture_upload_of_media', onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  media_id!: string | null;
}
