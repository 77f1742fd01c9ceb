import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Injectable } from '@nestjs/common';
import { assert, newId } from '#platform/kernel';
import { storageConfig } from './config.js';
import { ObjectStore } from './object-store.js';

/** Keys are ours, and still nothing in them may lead out of the folder. */
const keyForm = /^[a-z0-9]+(\/[a-z0-9]+)*$/;

/** Files in a folder. A file appears under its key whole or not at all. */
@Injectable()
export class FolderStore extends ObjectStore {
  async put(key: string, bytes: Buffer): Promise<void> {
    const path = this.pathOf(key);
    const unfinished = `${path}.${newId()}`;
    await mkdir(dirname(path), { recursive: true });
    try {
      await writeFile(unfinished, bytes, { flag: 'wx', mode: 0o640 });
      await rename(unfinished, path);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  }

  async get(key: string): Promise<Buffer | null> {
    return readFile(this.pathOf(key)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  private pathOf(key: string): string {
    assert(keyForm.test(key), 'a storage key has the form we gave it');
    return join(resolve(storageConfig().STORAGE_URL.replace(/^file:(\/\/(?=\/))?/, '')), key);
  }
}
