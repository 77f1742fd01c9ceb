import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { currentContext, runInContext } from '#platform/observability';
import { csvOf, type OutRow } from '#platform/sheets';
import { Imports, type ImportFault } from '../data/desk/imports.repository.js';
import { faultSays, type FaultLanguage } from '../domain/desk/fault-words.js';

const piece_faults = 1_000;

@Injectable()
export class FaultSheet {
  constructor(
    private readonly work: UnitOfWork,
    private readonly imports: Imports,
  ) {}

  /** What is wrong with the rows of a sheet, as a sheet. @throws import_unknown (404) @rule S-59 S-60 */
  async run(importId: string, language: FaultLanguage, bom: boolean) {
    const { id } = await this.work.run((tx) => this.imports.oneOwn(tx, importId));
    return csvOf(this.rows(id, language), bom);
  }

  private async *rows(importId: string, language: FaultLanguage): AsyncGenerator<OutRow> {
    yield ['row', 'column', 'value', 'code', 'what to do'];
    const context = { ...currentContext(), audited: false };
    let [row, seq] = [0, 0];
    for (;;) {
      const [afterRow, afterSeq] = [row, seq];
      const faults: ImportFault[] = await runInContext(context, () =>
        this.work.run((tx) => this.imports.faultsAfter(tx, importId, afterRow, afterSeq, piece_faults)),
      );
      for (const fault of faults)
        yield [fault.row, fault.column ?? '', fault.value ?? '', fault.code, faultSays(fault, language)];
      const last = faults.at(-1);
      if (!last || faults.length < piece_faults) return;
      [row, seq] = [last.row, last.seq];
    }
  }
}
