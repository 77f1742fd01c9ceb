import { randomUUID } from 'node:crypto';
import { StoreAway } from './store-away.js';

/** Keys are ours, and still nothing in them may lead out of where files lie. */
export const keyForm = /^[a-z0-9]+(\/[a-z0-9]+)*$/;

/** What may be put under a key from outside: so many bytes of one kind, until a time. */
export interface UploadTerms {
  type: string;
  size_bytes: number;
  until: Date;
}

/**
 * How the bytes are sent there: with `fields`, as a form (multipart) whose last part is called `file`; without, as they are.
 * Whoever has it may send, once or more, until its time is over: nothing else is asked.
 */
export interface SignedUpload {
  method: 'POST' | 'PUT';
  url: string;
  headers: Record<string, string>;
  fields: Record<string, string>;
}

/** Where files are kept: a folder here, a bucket elsewhere. */
export abstract class ObjectStore {
  /** Keeps bytes under a key: whole or not at all. The same bytes once more are no fault. @throws StoreAway */
  abstract put(key: string, bytes: Buffer): Promise<void>;
  /** @returns null when there is nothing under the key @throws StoreAway */
  abstract get(key: string): Promise<Buffer | null>;
  /** Takes the bytes away for good; nothing under the key is no fault. @throws StoreAway @rule S-66 */
  abstract remove(key: string): Promise<void>;
  /** Lets somebody outside put one file under a key, without its bytes passing through us where the store can do that. */
  abstract invite(key: string, terms: UploadTerms): Promise<SignedUpload>;
  /** Whether it can be written, read and emptied now, in words; for `bazaar doctor`. @throws StoreAway */
  async probe(): Promise<string> {
    const key = `probe/${randomUUID().replaceAll('-', '')}`;
    const bytes = Buffer.from(key);
    await this.put(key, bytes);
    const read = await this.get(key);
    await this.remove(key);
    if (read === null || !read.equals(bytes))
      throw new StoreAway('probe', new Error('what was written is not what is read'));
    return this.place;
  }
  /** Where it is, in words without secrets. */
  abstract readonly place: string;
}
