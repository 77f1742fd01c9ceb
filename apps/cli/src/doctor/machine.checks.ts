import { existsSync } from 'node:fs';
import { stat, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { bucketOf, storageConfig, storeFor } from '#platform/storage';
import { checkConfig, ConfigFaults, isProduction } from '#platform/config';
import { cryptoConfig, defaultMasterKeyFile, MasterKeyFile } from '#platform/crypto';
import { fail, ok, warn, type Finding } from './finding.js';

const leastNode = [20, 19] as const;
const gib = 1024 ** 3;

export function nodeVersion(version = process.versions.node): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const good = major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1]);
  return good ? ok('Node.js', version) : fail('Node.js', version, `Install Node ${leastNode.join('.')} or newer.`);
}

export function settings(): Finding | Finding[] {
  try {
    checkConfig();
    return ok('settings', `complete, ${isProduction() ? 'production' : 'not production'}`);
  } catch (error) {
    if (!(error instanceof ConfigFaults)) throw error;
    return error.faults.map((fault) => fail('settings', fault, 'Set it right; `bazaar settings` lists them all.'));
  }
}

export function masterKey(): Finding {
  const path = cryptoConfig().MASTER_KEY_FILE ?? defaultMasterKeyFile;
  if (!existsSync(path)) {
    return isProduction() || cryptoConfig().MASTER_KEY_FILE !== undefined
      ? fail(
          'master key',
          `${path} is not there`,
          'Put the file back from its safe copy: without it nothing personal can be read.',
        )
      : ok('master key', 'made at the first start');
  }
  const version = new MasterKeyFile().currentVersion();
  return ok('master key', `version ${version}`);
}

/** Writes, reads and removes a small file where pictures and papers are kept. */
export async function storage(): Promise<Finding> {
  const store = storeFor(storageConfig(), null);
  return store.probe().then(
    (place) => ok('storage', `${place} can be written, read and emptied`),
    (error: Error) =>
      fail(
        'storage',
        `${store.place}: ${error.message}`,
        bucketOf(storageConfig().STORAGE_URL) === null
          ? 'Give its folder to the user the service runs as; docs/runbooks/disk-full.md.'
          : 'Look at S3_ENDPOINT, the bucket and its key; docs/runbooks/provider-down.md.',
      ),
  );
}

/** The working folder (messages written out, embedded database), and the one of pictures when that is another disk. */
export async function disks(): Promise<Finding[]> {
  const { STORAGE_URL } = storageConfig();
  const folders = [
    process.cwd(),
    ...(bucketOf(STORAGE_URL) === null ? [resolve(STORAGE_URL.replace(/^file:/, ''))] : []),
  ];
  const byDevice = new Map<number, string>();
  for (const folder of folders) {
    const there = existsSync(folder) ? folder : dirname(folder);
    if (!existsSync(there)) continue;
    const { dev } = await stat(there);
    if (!byDevice.has(dev)) byDevice.set(dev, there);
  }
  return Promise.all([...byDevice.values()].map(disk));
}

async function disk(folder: string): Promise<Finding> {
  const { bavail, blocks, bsize } = await statfs(folder);
  const [free, share] = [bavail * bsize, bavail / blocks];
  const found = `${(free / gib).toFixed(1)} GiB free (${Math.round(share * 100)} %) at ${folder}`;
  const todo = 'Make room: docs/runbooks/disk-full.md.';
  if (free < gib / 2 || share < 0.02) return fail('disk', found, todo);
  return free < 2 * gib || share < 0.1 ? warn('disk', found, todo) : ok('disk', found);
}
