import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { letterHtml } from '../letters/letter.js';
import type { MessageSender, OutgoingMessage } from '../ports/message-sender.js';

/**
 * Writes messages to a folder, one readable file each, for trial and training; of an e-mail also the page a mail program shows. The
 * name says when, what and over which channel, never to whom; handed over twice it is the same file.
 */
export class OutboxFolder implements MessageSender {
  readonly name = 'outbox folder';
  readonly isSilent = true;

  constructor(private readonly folder: string) {}

  async send(message: OutgoingMessage): Promise<{ reference: string }> {
    const file = fileName(message);
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    if (message.channel === 'email') await this.write(pageOf(file), page(message));
    await this.write(file, letter(message));
    return { reference: file };
  }

  /** Written aside and moved, so that nobody reads half a message. */
  private async write(file: string, words: string): Promise<void> {
    const aside = join(this.folder, `.${file}.${process.pid}`);
    await writeFile(aside, words, { mode: 0o600 });
    await rename(aside, join(this.folder, file));
  }

  async forget(references: readonly string[]): Promise<void> {
    const hers = new Set(references);
    const letters = await this.letters();
    const addresses = new Set(letters.filter(({ file }) => hers.has(file)).map(({ to }) => to));
    for (const { file } of letters.filter(({ to }) => addresses.has(to)))
      for (const one of [pageOf(file), file]) await rm(join(this.folder, one), { force: true });
  }

  /** Every letter with where it went. */
  private async letters(): Promise<{ file: string; to: string }[]> {
    const files = await unlessGone(readdir(this.folder), []);
    const read = async (file: string) => ({
      file,
      to: firstLine(await unlessGone(readFile(join(this.folder, file), 'utf8'), '')),
    });
    const letters = [];
    for (const file of files.filter((name) => name.endsWith('.txt'))) letters.push(await read(file));
    return letters;
  }
}

const firstLine = (text: string): string => text.slice(0, text.indexOf('\n'));

/** What a file or folder holds; `otherwise` when somebody took it away. */
const unlessGone = <T>(reading: Promise<T>, otherwise: T): Promise<T> =>
  reading.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return otherwise;
    throw error;
  });

/** `20261112-090500-orders.placed-maker-sms-01a2b3c4.txt`, the time in UTC. */
function fileName({ at, template, channel, id }: OutgoingMessage): string {
  const when = at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  const what = template.replaceAll(/[^a-z_.]+/g, '-');
  return `${when}-${what}-${channel}-${id.slice(-8)}.txt`;
}

const pageOf = (file: string): string => file.replace(/\.txt$/, '.html');

const page = ({ subject, text, language, unsubscribe }: OutgoingMessage): string =>
  letterHtml({ subject: subject ?? '', text, language, endsAt: unsubscribe?.page });

const letter = ({ channel, to, subject, text, language, unsubscribe }: OutgoingMessage): string =>
  [
    ...[`To: ${to}`, `Channel: ${channel}`, `Language: ${language}`],
    ...(subject === null ? [] : [`Subject: ${subject}`]),
    ...(unsubscribe === undefined ? [] : [`List-Unsubscribe: <${unsubscribe.oneClick}>`]),
  ]
    .join('\n')
    .concat(`\n\n${text}\n`);
