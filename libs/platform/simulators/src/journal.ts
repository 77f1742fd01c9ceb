import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * What a simulator remembers. Without a file it forgets when it stops (tests); with one every change is a line, so the
 * outside world still knows what it owes after a restart or a kill.
 */
export class Journal {
  private readonly early = new Map<string, [string, unknown][]>();

  constructor(private readonly file?: string) {
    if (file === undefined) return;
    mkdirSync(dirname(file), { recursive: true });
    if (existsSync(file)) this.load(file);
  }

  collection<T>(name: string): Collection<T> {
    return new Collection<T>((...change) => this.note([name, ...change]), this.early.get(name) as [string, T][]);
  }

  private note(entry: Entry): void {
    if (this.file !== undefined) appendFileSync(this.file, line(entry));
  }

  /** Reads the last word on every key and writes the file anew without the history. A torn last line is dropped. */
  private load(file: string): void {
    const latest = new Map<string, Map<string, unknown>>();
    for (const text of readFileSync(file, 'utf8').split('\n')) {
      const entry = parseLine(text);
      if (entry === null) continue;
      const [collection, key] = entry;
      if (!latest.has(collection)) latest.set(collection, new Map());
      if (entry.length === 3) latest.get(collection)!.set(key, entry[2]);
      else latest.get(collection)!.delete(key);
    }
    for (const [collection, entries] of latest) this.early.set(collection, [...entries]);
    const compact = [...latest].flatMap(([name, entries]) =>
      [...entries].map(([key, value]) => line([name, key, value])),
    );
    writeFileSync(`${file}.new`, compact.join(''));
    renameSync(`${file}.new`, file);
  }
}

/** Collection, key, new value; without a value the key is gone. */
type Entry = [string, string, unknown] | [string, string];

const line = (entry: Entry) => `${JSON.stringify(entry)}\n`;

function parseLine(text: string): Entry | null {
  if (text === '') return null;
  try {
    return JSON.parse(text) as Entry;
  } catch {
    return null;
  }
}

/** Things by key, in the order they first came. Store whole new values; never change one in place. */
export class Collection<T> {
  private readonly items: Map<string, T>;

  constructor(
    private readonly changed: (...change: [string, T] | [string]) => void,
    early: [string, T][] = [],
  ) {
    this.items = new Map(early);
  }

  put(key: string, value: T): T {
    this.items.set(key, value);
    this.changed(key, value);
    return value;
  }

  remove(key: string): void {
    if (this.items.delete(key)) this.changed(key);
  }

  get(key: string): T | undefined {
    return this.items.get(key);
  }

  keys(): string[] {
    return [...this.items.keys()];
  }

  all(): T[] {
    return [...this.items.values()];
  }
}
