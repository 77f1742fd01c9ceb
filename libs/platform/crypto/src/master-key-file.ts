import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Injectable } from '@nestjs/common';
import { ConfigFaults, isProduction } from '#platform/config';
import { decrypt, encrypt } from './aead.js';
import { cryptoConfig, defaultMasterKeyFile } from './config.js';
import { KeyWrapper, type WrappedKey } from './key-wrapper.js';

const key_bytes = 32;
const fileLine = /^(\d{1,4}) ([A-Za-z0-9+/]{43}=)$/;

/**
 * Master keys in a file, one `<version> <base64 of 32 bytes>` per line. The highest version wraps; the older ones only
 * unwrap, until `bazaar keys rotate` has wrapped everything anew.
 */
@Injectable()
export class MasterKeyFile extends KeyWrapper {
  private keys: ReadonlyMap<number, Buffer> | null = null;

  currentVersion(): number {
    return Math.max(...this.loaded().keys());
  }

  wrap(key: Buffer, bound: string): WrappedKey {
    const masterVersion = this.currentVersion();
    return { bytes: encrypt(this.loaded().get(masterVersion)!, bound, key), masterVersion };
  }

  unwrap(wrapped: WrappedKey, bound: string): Buffer {
    const master = this.keyOf(wrapped.masterVersion);
    if (!master) throw new Error(`MASTER_KEY_FILE holds no key of version ${wrapped.masterVersion}`);
    return decrypt(master, bound, wrapped.bytes);
  }

  /** Adds a new master key to the file; new keys are wrapped with it from now on. @returns its version */
  addVersion(): number {
    const path = cryptoConfig().MASTER_KEY_FILE ?? defaultMasterKeyFile;
    const version = this.currentVersion() + 1;
    const text = readFileSync(path, 'utf8').trimEnd();
    replaceFile(path, `${text}\n${newLine(version)}\n`);
    this.keys = null;
    return version;
  }

  /** A version this process has not read yet may have been added to the file since. */
  private keyOf(version: number): Buffer | undefined {
    if (!this.loaded().has(version)) this.keys = null;
    return this.loaded().get(version);
  }

  private loaded(): ReadonlyMap<number, Buffer> {
    return (this.keys ??= readMasterKeys());
  }
}

/** @throws ConfigFaults when the file is missing in production, unreadable or malformed; the message never shows a key */
export function readMasterKeys(): ReadonlyMap<number, Buffer> {
  const given = cryptoConfig().MASTER_KEY_FILE;
  if (given === undefined && isProduction())
    throw new ConfigFaults(['Setting MASTER_KEY_FILE is missing: production makes no keys of its own.']);
  const path = given ?? defaultMasterKeyFile;
  if (given === undefined) makeOnce(path);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new ConfigFaults(['Setting MASTER_KEY_FILE is wrong: the file cannot be read.']);
  }
  const keys = new Map<number, Buffer>();
  for (const line of text.split('\n').filter((each) => each !== '')) {
    const [, version, key] = fileLine.exec(line) ?? [];
    if (version === undefined || key === undefined)
      throw new ConfigFaults(['Setting MASTER_KEY_FILE is wrong: expected lines of "<version> <base64 of 32 bytes>".']);
    keys.set(Number(version), Buffer.from(key, 'base64'));
  }
  if (keys.size === 0) throw new ConfigFaults(['Setting MASTER_KEY_FILE is wrong: the file holds no key.']);
  return keys;
}

const newLine = (version: number): string => `${version} ${randomBytes(key_bytes).toString('base64')}`;

/** Written aside and linked into place, so that processes starting together agree on one key and none reads half of it. */
function makeOnce(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, `${newLine(1)}\n`, { mode: 0o600 });
  try {
    linkSync(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function replaceFile(path: string, text: string): void {
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, text, { mode: 0o600 });
  renameSync(aside, path);
}
