import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const guideFolder = join(import.meta.dirname, '../../docs/guide');

/** One request and its answer, as they went over the wire. */
export interface Exchange {
  method: string;
  path: string;
  body?: unknown;
  status: number;
  answer: unknown;
}

/**
 * Writes what a test says and hears into a page of `docs/guide/`, so that the tutorial cannot go stale: a page that no
 * longer fits fails the test. `RECORD_GUIDE=1 npm test -- test/e2e` writes the pages anew.
 */
export class Recorder {
  private readonly parts: string[] = [];
  private readonly names = new Map<string, string>();

  constructor(
    private readonly page: string,
    title: string,
    lead: string,
  ) {
    this.parts.push(
      `# ${title}\n\n${lead}\n\nEvery person in this guide is invented. Recorded by the tests; do not edit.`,
    );
  }

  chapter(title: string): void {
    this.parts.push(`## ${title}`);
  }

  /** @param says what happens, in a sentence */
  exchange(says: string, { method, path, body, status, answer }: Exchange): void {
    const sent = body === undefined ? '' : `\n\n${json(body)}`;
    const heard = answer === null || answer === undefined || answer === '' ? '' : `\n\n${json(answer)}`;
    this.parts.push(`${says}\n\n\`\`\`http\n${method} ${path}${sent}\n\nHTTP ${status}${heard}\n\`\`\``);
  }

  /** Compares with the page that is there, or writes it. */
  close(): void {
    const file = join(guideFolder, `${this.page}.md`);
    const text = `${this.steady(this.parts.join('\n\n'))}\n`;
    if (process.env['RECORD_GUIDE'] === '1' || !existsSync(file)) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    if (readFileSync(file, 'utf8') !== text) {
      throw new Error(`docs/guide/${this.page}.md is out of date: RECORD_GUIDE=1 npm test -- test/e2e writes it anew`);
    }
  }

  /** Ids, numbers and times differ at each run: they become names that stay the same. */
  private steady(text: string): string {
    return text
      .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => this.named('id', id))
      .replaceAll(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/g, '‹time›')
      .replaceAll(/ODB-R-\d{4}-\d{2}-[0-9A-Z]{5}-[0-9A-Z]{5}/g, 'ODB-R-‹year›-‹code›')
      .replaceAll(/ODB-(SO|C|BL)-\d{4}-\d{2}-\d+/g, 'ODB-$1-‹year›-‹number›')
      .replaceAll(/(INV|BOS|CRN)\/\d{2}-\d{2}\/\d{6}/g, '$1/‹year›/‹number›')
      .replaceAll(/"[0-9a-f]{64}"/g, '"‹fingerprint›"')
      .replaceAll(/"code": "\d{6}"/g, '"code": "‹six digits›"')
      .replaceAll(/pi_[0-9a-f]+(_secret_\w+)?/g, '‹secret of the payment›')
      .replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, 'http://provider.example')
      .replaceAll(/"(SIM[A-Z]*\d+|PFMS\/\d+)"/g, '"‹reference›"');
  }

  private named(kind: string, id: string): string {
    const known = this.names.get(id) ?? `‹${kind}-${this.names.size + 1}›`;
    this.names.set(id, known);
    return known;
  }
}

const json = (value: unknown): string => JSON.stringify(value, null, 2);
