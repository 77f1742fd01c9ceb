import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { EvidenceKind, NameKind, StoryImage, StoryQuote } from '../domain/dossier.js';
import { GiEntity, OdopEntryEntity } from './odop-entry.entity.js';

/** What a product is called in the district's language, or elsewhere. */
@Entity({ schema: 'odop', name: 'entry_name' })
@Check('entry_name_lang', `lang ~ '^[a-z]{2,3}$'`)
@Check('entry_name_kind', `kind in ('local', 'synonym')`)
export class EntryNameEntity {
  @ForeignKey(() => OdopEntryEntity, { name: 'entry_name_of_entry' })
  @PrimaryColumn('uuid')
  entry_id!: string;
  /** BCP 47. */
  @PrimaryColumn('text') lang!: string;
  @PrimaryColumn('text') name!: string;
  @Column('text') kind!: NameKind;
  @Column('text') source!: string;
}

/** A paper a proposal rests on; written once. */
@Entity({ schema: 'odop', name: 'entry_evidence' })
@Index('entry_evidence_by_entry', ['entry_id', 'id'])
@Check(
  'entry_evidence_kind',
  `kind in ('government_order', 'survey', 'gi_certificate', 'minutes', 'publication', 'other')`,
)
export class EntryEvidenceEntity {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => OdopEntryEntity, { name: 'entry_evidence_of_entry' })
  @Column('uuid')
  entry_id!: string;
  @Column('text') kind!: EvidenceKind;
  @Column('text') title!: string;
  @Column('text') issuer!: string;
  @Column('text', { nullable: true }) reference!: string | null;
  @Column('date', { nullable: true }) issued_on!: string | null;
  @Column('text', { nullable: true }) url!: string | null;
  @Column('uuid', { nullable: true }) person_id!: string | null;
  @Column('timestamptz') added_at!: Date;
}

/** What a card tells of a product, in one language. */
@Entity({ schema: 'odop', name: 'entry_story' })
@Check('entry_story_lang', `lang ~ '^[a-z]{2,3}$'`)
@Check('entry_story_length', 'char_length(body) between 300 and 1200')
export class EntryStoryEntity {
  @ForeignKey(() => OdopEntryEntity, { name: 'entry_story_of_entry' })
  @PrimaryColumn('uuid')
  entry_id!: string;
  @PrimaryColumn('text') lang!: string;
  @Column('text') title!: string;
  @Column('text') body!: string;
  @Column('text', { nullable: true }) craft!: string | null;
  @Column('text', { array: true }) materials!: string[];
  @Column('text', { array: true }) steps!: string[];
  @Column('text', { nullable: true }) sustainability!: string | null;
  @Column('jsonb') quotes!: StoryQuote[];
  @Column('jsonb') images!: StoryImage[];
  @Column('timestamptz') updated_at!: Date;
}

/** A registered GI the product belongs to. */
@Entity({ schema: 'odop', name: 'entry_gi' })
@Index('entry_gi_by_gi', ['gi_id'])
export class EntryGiEntity {
  @ForeignKey(() => OdopEntryEntity, { name: 'entry_gi_of_entry' })
  @PrimaryColumn('uuid')
  entry_id!: string;
  @ForeignKey(() => GiEntity, { name: 'entry_gi_is_gi' })
  @PrimaryColumn('uuid')
  gi_id!: string;
}
