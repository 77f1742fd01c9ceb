import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { Operations } from '#platform/http';
import { FORMULA, sheetRows, SheetUnreadable, type SheetRow } from '#platform/sheets';
import { istDay } from '#platform/time';
import { ListedEntries } from '../data/listed-entries.repository.js';
import { ListImports, sha256Of, type ListImport, type ListToImport } from '../data/list-imports.repository.js';
import { gatherStatistics, rows_worth_telling } from '../data/statistics.js';
import { RetireAbsent } from './retire-absent.js';
import { listLimits } from '../domain/list-limits.js';
import { ImportListJob } from '../domain/import.jobs.js';
import { planRow, type ListedEntry } from '../domain/import-plan.js';
import {
  readHeader,
  readImportRow,
  type Header,
  type ImportedRow,
  type ImportPlaces,
  type RowFault,
} from '../domain/import-row.js';
import { fail } from '../domain/odop.errors.js';

const batch_rows = 500;
/** How many faults an answer shows; all are kept. */
const faults_shown = 1_000;

type Fault = RowFault & { row: number };
interface Numbered {
  number: number;
  row: ImportedRow;
}
/** What the rows before this one have said, so that a product named twice is told. */
type Seen = Map<string, number>;

export interface ImportOutcome {
  importId: string;
  state: 'done' | 'failed';
  dryRun: boolean;
  added: number;
  changed: number;
  unchanged: number;
  faulty: number;
  /** What the list leaves out, where that was asked. */
  retired: number;
  faults: Fault[];
}

@Injectable()
export class ImportOdopList {
  constructor(
    private readonly work: UnitOfWork,
    private readonly imports: ListImports,
    private readonly listed: ListedEntries,
    private readonly absent: RetireAbsent,
    private readonly operations: Operations,
  ) {}

  /**
   * Keeps an uploaded list and has it read after the answer.
   * @returns the operation that tells how it goes
   * @throws list_import_running (409) when the same file is being read, list_not_in_force (422) when what it leaves out is to
   *   be retired before its day
   * @rule STD-1.8 S-60
   */
  upload(content: Buffer, wanted: ListToImport): Promise<string> {
    return this.work.run(async (tx) => {
      const sha256 = sha256Of(content);
      assertInForce(wanted, istDay(tx.now));
      if ((await this.imports.unfinished(tx, sha256, wanted)) !== null) throw fail('list_import_running');
      const operationId = await this.operations.start(tx, 'odop.import');
      const begun = await this.imports.begin(tx, wanted, { sha256, content, operationId });
      tx.enqueue(ImportListJob, { importId: begun.id });
      tx.audit({
        action: 'odop.import_uploaded',
        object: { kind: 'odop.list_import', id: begun.id },
        after: { source: wanted.source, sha256, dryRun: wanted.isDryRun },
      });
      return operationId;
    });
  }

  /** The job's part: reads what was uploaded, from the first row that is not done. */
  async read(importId: string): Promise<void> {
    const content = await this.work.run((tx) => this.imports.contentOf(tx, importId));
    if (content !== null) await this.through(importId, content);
  }

  /**
   * Reads a list now, from the command line: begun anew, or where the same file was cut short.
   * @param onRow  told the number of rows done, after each batch
   * @rule S-60
   */
  async run(content: Buffer, wanted: ListToImport, onRow: (rows: number) => void = () => undefined) {
    const sha256 = sha256Of(content);
    const { id } = await this.work.run(async (tx) => {
      assertInForce(wanted, istDay(tx.now));
      return (
        (await this.imports.unfinished(tx, sha256, wanted)) ??
        this.imports.begin(tx, wanted, { sha256, content: null, operationId: null })
      );
    });
    return this.through(id, content, onRow, wanted.retiresMany);
  }

  private async through(
    importId: string,
    content: Buffer,
    onRow: (rows: number) => void = () => undefined,
    retiresMany = false,
  ): Promise<ImportOutcome> {
    try {
      const retires = await this.everyBatch(importId, content, onRow);
      return await this.end(importId, 'done', retires ? await this.absent.run(importId, retiresMany) : null);
    } catch (error) {
      if (!(error instanceof SheetUnreadable)) throw error;
      return this.end(importId, 'failed', { row: 1, code: 'file_unreadable', detail: error.message });
    }
  }

  private async everyBatch(importId: string, content: Buffer, onRow: (rows: number) => void): Promise<boolean> {
    const { begun, places } = await this.work.run(async (tx) => ({
      begun: (await this.imports.lock(tx, importId))!,
      places: await this.imports.places(tx),
    }));
    const seen: Seen = new Map();
    let header: Header | null = null;
    let batch: SheetRow[] = [];
    for await (const row of sheetRows(content, listLimits)) {
      if (header === null) {
        header = headerOf(row);
        continue;
      }
      if (row.number < begun.next_row) note(seen, row, header, places);
      else batch.push(row);
      if (batch.length < batch_rows) continue;
      await this.oneBatch(begun, batch, header, places, seen, content.length);
      onRow(row.number);
      batch = [];
    }
    if (header === null) throw new SheetUnreadable('it is empty');
    if (batch.length > 0) await this.oneBatch(begun, batch, header, places, seen, content.length);
    return begun.retires_absent;
  }

  /** One transaction: what the rows say, and that they are done. */
  private async oneBatch(
    { id }: ListImport,
    rows: readonly SheetRow[],
    header: Header,
    places: ImportPlaces,
    seen: Seen,
    file_bytes: number,
  ): Promise<void> {
    const { good, faults } = readBatch(rows, header, places, seen);
    await this.work.run(async (tx) => {
      const now = (await this.imports.lock(tx, id))!;
      const next_row = rows.at(-1)!.number + 1;
      if (now.state !== 'running' || now.next_row >= next_row) return; // another worker was faster
      const { add, unchanged, refused } = await this.plan(tx, now, good);
      if (now.retires_absent)
        await this.imports.noteNamed(
          tx,
          id,
          good.map(({ row }) => row),
        );
      const isInForce = now.effective_from <= istDay(tx.now);
      const { list, source, effective_from: effectiveFrom, decision_no: decisionNo } = now;
      if (!now.is_dry_run) await this.listed.add(tx, { list, source, effectiveFrom, decisionNo, isInForce }, add);
      const told = [...faults, ...refused].sort((a, b) => a.row - b.row);
      await this.imports.noteFaults(tx, id, told);
      const changed = add.filter((row) => row.succeeds !== null).length;
      const faulty = new Set(told.map((fault) => fault.row)).size;
      await this.imports.advance(tx, id, { next_row, added: add.length - changed, changed, unchanged, faulty });
      if (now.operation_id !== null) {
        await this.operations.advance(tx, now.operation_id, shareDone(next_row, file_bytes), told);
      }
    });
  }

  private async plan(tx: Tx, { list, effective_from }: ListImport, rows: readonly Numbered[]) {
    const open = new Map<string, ListedEntry[]>();
    for (const entry of await this.listed.lock(
      tx,
      list,
      rows.map(({ row }) => row),
    )) {
      open.set(keyOf(entry), [...(open.get(keyOf(entry)) ?? []), entry]);
    }
    const add: (ImportedRow & { succeeds: ListedEntry | null })[] = [];
    const refused: Fault[] = [];
    let unchanged = 0;
    for (const { number, row } of rows) {
      const plan = planRow(row, open.get(keyOf(row)) ?? [], effective_from);
      if (plan.what === 'unchanged') unchanged += 1;
      else if (plan.what === 'add') add.push({ ...row, succeeds: plan.succeeds });
      else refused.push({ row: number, ...plan.fault });
    }
    return { add, unchanged, refused };
  }

  private end(importId: string, state: 'done' | 'failed', fault: Fault | null): Promise<ImportOutcome> {
    return this.work.run(async (tx) => {
      if (fault !== null) await this.imports.noteFaults(tx, importId, [fault]);
      const ended = await this.imports.end(tx, importId, state);
      const { added, changed, unchanged, faulty, retired, is_dry_run: dryRun } = ended;
      const counts = { added, changed, unchanged, faulty, retired };
      if (!dryRun && added + changed >= rows_worth_telling) await gatherStatistics(tx);
      if (ended.operation_id !== null) {
        if (fault !== null) await this.operations.advance(tx, ended.operation_id, 0, [fault]);
        await this.operations.end(tx, ended.operation_id, state, { importId, dryRun, ...counts });
      }
      tx.audit({
        action: 'odop.imported',
        object: { kind: 'odop.list_import', id: importId },
        after: { source: ended.source, list: ended.list, dryRun, state, ...counts },
      });
      return { importId, state, dryRun, ...counts, faults: await this.imports.faultsOf(tx, importId, faults_shown) };
    });
  }
}

/** What is left out is retired at the end of the reading, so its day must have come; a dry run may look ahead. */
function assertInForce({ retiresAbsent, isDryRun, effectiveFrom }: ListToImport, today: string): void {
  if (retiresAbsent === true && !isDryRun && effectiveFrom > today)
    throw fail('list_not_in_force', { day: effectiveFrom });
}

const keyOf = (row: { district_slug: string; slug: string }): string => `${row.district_slug}/${row.slug}`;

/** How far it has come is only guessed: the number of rows is not known before the last. 40 bytes make a row. */
const shareDone = (row: number, file_bytes: number): number => Math.min(99, (100 * row * 40) / (file_bytes + 1));

function headerOf(row: SheetRow): Header {
  const { header, missing } = readHeader(row.cells);
  if (missing.length > 0) throw new SheetUnreadable(`its first row does not name the columns: ${missing.join(', ')}`);
  return header;
}

function readBatch(rows: readonly SheetRow[], header: Header, places: ImportPlaces, seen: Seen) {
  const good: Numbered[] = [];
  const faults: Fault[] = [];
  for (const { number, cells } of rows) {
    if (cells.some((cell) => cell.length > listLimits.cell_chars_max)) {
      faults.push({
        row: number,
        code: 'cell_too_long',
        detail: `A cell has more than ${listLimits.cell_chars_max} characters.`,
      });
      continue;
    }
    const read = readImportRow(cells, header, places, FORMULA);
    if (!read.ok) {
      faults.push(...read.faults.map((each) => ({ row: number, ...each })));
      continue;
    }
    const before = seen.get(keyOf(read.row));
    if (before === undefined) good.push({ number, row: read.row });
    else
      faults.push({
        row: number,
        code: 'named_twice',
        detail: `The same product of this district is in row ${before}.`,
      });
    seen.set(keyOf(read.row), before ?? number);
  }
  return { good, faults };
}

/** A row that was done before the import was cut short: only remembered. */
function note(seen: Seen, { number, cells }: SheetRow, header: Header, places: ImportPlaces): void {
  const read = readImportRow(cells, header, places, FORMULA);
  if (read.ok && !seen.has(keyOf(read.row))) seen.set(keyOf(read.row), number);
}
