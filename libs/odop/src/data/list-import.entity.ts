import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { OdopList } from '../domain/odop-entry.js';

/** A published list on its way into the register. */
@Entity({ schema: 'odop', name: 'list_import' })
@Index('list_import_running_once', { synchronize: false })
@Check('list_import_list', `list in ('dpiit_odop', 'pmfme_odop', 'state_odop', 'deh')`)
@Check('list_import_is_known', `state in ('running', 'done', 'failed')`)
@Check('list_import_next_row', 'next_row >= 1')
export class ListImportEntity {
  @PrimaryColumn('uuid') id!: string;
  /** Of the officer who uploaded it; null from the command line. */
  @Column('uuid', { nullable: true }) operation_id!: string | null;
  @Column('text') list!: OdopList;
  @Column('text') source!: string;
  @Column('date') effective_from!: string;
  @Column('text', { nullable: true }) decision_no!: string | null;
  @Column('boolean') is_dry_run!: boolean;
  /** What it does not name any more is retired. */
  @Column('boolean', { default: false }) retires_absent!: boolean;
  @Column('text') sha256!: string;
  /** The uploaded file until it is read; null from the command line, and afterwards. */
  @Column('bytea', { nullable: true }) content!: Buffer | null;
  @Column('text') state!: 'running' | 'done' | 'failed';
  /** The first row that is not done: an import that was cut short goes on here. */
  @Column('integer') next_row!: number;
  @Column('integer') added!: number;
  @Column('integer') changed!: number;
  @Column('integer') unchanged!: number;
  @Column('integer') faulty!: number;
  @Column('integer', { default: 0 }) retired!: number;
  @Column('text') actor!: string;
  @Column('timestamptz') started_at!: Date;
  @Column('timestamptz', { nullable: true }) ended_at!: Date | null;
}

/** A row that could not be taken, and why. */
@Entity({ schema: 'odop', name: 'list_import_fault' })
export class ListImportFaultEntity {
  @ForeignKey(() => ListImportEntity, { name: 'list_import_fault_of_import' })
  @PrimaryColumn('uuid')
  import_id!: string;
  /** As a spreadsheet counts: the header is row 1. */
  @PrimaryColumn('integer') row!: number;
  @PrimaryColumn('text') code!: string;
  @Column('text') detail!: string;
}

/** A product that an import names, while it runs: those it does not name are known only at its end. */
@Entity({ schema: 'odop', name: 'list_import_named' })
export class ListImportNamedEntity {
  @ForeignKey(() => ListImportEntity, { name: 'list_import_named_by_import' })
  @PrimaryColumn('uuid')
  import_id!: string;
  @PrimaryColumn('text') district_slug!: string;
  @PrimaryColumn('text') slug!: string;
}
