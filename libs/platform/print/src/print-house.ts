import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PrintedLabel } from './label.js';
import type { PrintedPaper } from './paper.js';
import type { Answered, Asked } from './print-child.js';

export interface PrintTerms {
  /** A paper that takes longer is given up, and its printer with it. */
  limit_ms: number;
  /** A printer is replaced after so many papers: what it keeps of them goes with it. */
  papers_max: number;
  /** A printer nobody has asked for so long goes home. */
  idle_ms: number;
  /** What a printer runs. */
  program: string;
}

/** No paper came: the printer died, hung or refused. A job is tried again. @rule S-15 */
export class PrinterDown extends Error {
  readonly statusCode = 503;

  constructor(why: string) {
    super(`no paper was printed: ${why}`);
    this.name = 'PrinterDown';
  }
}

interface Printer {
  process: ChildProcess;
  papers: number;
}

/**
 * Prints papers in a process of its own, one after the other: whatever letters and names do to it, this process goes on. The
 * printer gets the paper and nothing else: no settings, no secrets.
 * @rule S-15 S-61
 */
export class PrintHouse {
  private readonly terms: PrintTerms;
  private printer: Printer | null = null;
  private turn: Promise<unknown> = Promise.resolve();
  private asked = 0;
  private idle: NodeJS.Timeout | undefined;

  constructor(terms: Partial<PrintTerms> = {}) {
    this.terms = { limit_ms: 20_000, papers_max: 200, idle_ms: 60_000, program: childProgram(), ...terms };
  }

  /** The process id of the printer at work or at rest; null: there is none. */
  get pid(): number | null {
    return this.printer?.process.pid ?? null;
  }

  /** @throws PrinterDown */
  print(paper: PrintedPaper | PrintedLabel): Promise<Buffer> {
    const mine = this.turn.then(() => this.now(paper));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  /** Sends the printer home. */
  onModuleDestroy(): void {
    clearTimeout(this.idle);
    this.dismiss();
  }

  private async now(paper: PrintedPaper | PrintedLabel): Promise<Buffer> {
    clearTimeout(this.idle);
    const printer = (this.printer ??= this.hire());
    hold(printer, true);
    try {
      const pdf = await this.answer(printer.process, { n: ++this.asked, paper });
      printer.papers += 1;
      if (printer.papers >= this.terms.papers_max) this.dismiss();
      return pdf;
    } finally {
      hold(printer, false);
      this.idle = setTimeout(() => this.dismiss(), this.terms.idle_ms).unref();
    }
  }

  private hire(): Printer {
    const process_ = fork(this.terms.program, [], {
      // Nothing of ours goes along: a printer that were taken over knows no password.
      env: { NODE_ENV: process.env['NODE_ENV'] ?? 'production' },
      ...{ execArgv: ['--max-old-space-size=192'], serialization: 'advanced' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const printer = { process: process_, papers: 0 };
    process_.on('error', () => this.forget(printer));
    process_.on('exit', () => this.forget(printer));
    return printer;
  }

  private forget(printer: Printer): void {
    if (this.printer === printer) this.printer = null;
  }

  private dismiss(): void {
    const printer = this.printer;
    this.printer = null;
    printer?.process.kill('SIGKILL');
  }

  private answer(printer: ChildProcess, asked: Asked): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const done = (end: () => void): void => {
        clearTimeout(limit);
        printer.off('message', heard).off('exit', died).off('error', died);
        end();
      };
      const down = (why: string): void => done(() => reject(new PrinterDown(why)));
      const limit = setTimeout(() => {
        this.dismiss();
        down(`it took longer than ${this.terms.limit_ms} ms`);
      }, this.terms.limit_ms);
      const died = (): void => down('the printer died');
      const heard = (answer: Answered): void => {
        if (answer.n !== asked.n) return;
        if ('pdf' in answer) done(() => resolve(Buffer.from(answer.pdf)));
        else down(answer.fault);
      };
      printer.on('message', heard).on('exit', died).on('error', died);
      printer.send(asked, (fault) => fault && down('the printer is gone'));
    });
  }
}

/** A printer at rest keeps nobody from ending. */
function hold({ process: child }: Printer, isBusy: boolean): void {
  const way = isBusy ? 'ref' : 'unref';
  child[way]();
  child.channel?.[way]();
}

/** The built program: below the folder this file was built into, or in the build beside these sources. */
function childProgram(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    for (const build of [folder, join(folder, 'dist')]) {
      const program = join(build, 'libs/platform/print/src/print-child.js');
      if (existsSync(program)) return program;
    }
  }
  throw new Error('the program that prints papers was not built');
}
