import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { assert, newId } from '#platform/kernel';
import type { StorageSettings } from './config.js';
import { FolderUploads } from './folder-uploads.js';
import { keyForm, ObjectStore, type SignedUpload, type UploadTerms } from './object-store.js';
import { StoreAway } from './store-away.js';

/** Files in a folder. A file appears under its key whole or not at all. */
export class FolderStore extends ObjectStore {
  constructor(
    private readonly settings: Pick<StorageSettings, 'STORAGE_URL'>,
    private readonly uploads: FolderUploads | null,
  ) {
    super();
  }

  get place(): string {
    return resolve(this.settings.STORAGE_URL.replace(/^file:(\/\/(?=\/))?/, ''));
  }

  async put(key: string, bytes: Buffer): Promise<void> {
    const path = this.pathOf(key);
    const unfinished = `${path}.${newId()}`;
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(unfinished, bytes, { flag: 'wx', mode: 0o640 });
      await rename(unfinished, path);
    } catch (error) {
      await rm(unfinished, { force: true }).catch(() => undefined);
      // Somebody else was done with the same file first, and took ours for the rest of a dead process.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT' && existsSync(path)) return;
      throw new StoreAway('keep a file', error);
    }
    await this.clear(path);
  }

  async get(key: string): Promise<Buffer | null> {
    return readFile(this.pathOf(key)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw new StoreAway('give a file', error);
    });
  }

  async remove(key: string): Promise<void> {
    const path = this.pathOf(key);
    try {
      await rm(path, { force: true });
      await this.clear(path);
    } catch (error) {
      throw new StoreAway('remove a file', error);
    }
  }

  /** To an address of our own api, which puts the bytes here. */
  invite(key: string, terms: UploadTerms): Promise<SignedUpload> {
    assert(this.uploads, 'who invites can sign');
    return Promise.resolve(this.uploads.sign(key, terms));
  }

  /** What a process that died half-way left beside a file. */
  private async clear(path: string): Promise<void> {
    const beside = await readdir(dirname(path)).catch(() => []);
    const left = beside.filter((name) => name.startsWith(`${basename(path)}.`));
    await Promise.all(left.map((name) => rm(join(dirname(path), name), { force: true })));
  }

  private pathOf(key: string): string {
    assert(keyForm.test(key), 'a storage key has the form we gave it');
    return join(this.place, key);
  }
}
