import { MasterKeyFile, RewrapKeys, ServiceKeys } from '#platform/crypto';
import { UnitOfWork } from '#platform/database';
import { withBazaar } from './context.js';
import type { Asked, AskedChange } from './options.js';
import { print, progress } from './terminal.js';

/** What the old signing key has signed lives this long at most (S-36), and a little for clocks. */
const overlap_minutes = 20;

export function show(options: Asked): Promise<void> {
  return withBazaar('keys show', async (app) => {
    const current = app.get(MasterKeyFile, { strict: false }).currentVersion();
    const versions = await app.get(RewrapKeys, { strict: false }).byVersion();
    print(options.json, { current, versions }, () => [
      `master key in use: version ${current}`,
      ...versions.map((row) => `version ${row.master_version} protects ${row.keys} keys`),
    ]);
  });
}

export function rotate(options: AskedChange & { newMaster: boolean }): Promise<void> {
  return withBazaar(
    'keys rotate',
    async (app) => {
      const master = app.get(MasterKeyFile, { strict: false });
      if (options.newMaster && !options.dryRun) master.addVersion();
      const line = progress(options.json);
      const rewrapped = await app
        .get(RewrapKeys, { strict: false })
        .run((done) => line.show(`${done} keys`))
        .finally(() => line.end());
      const current = master.currentVersion();
      print(options.json, { current, rewrapped, dryRun: options.dryRun }, () => [
        `${options.dryRun ? 'would wrap' : 'wrapped'} ${rewrapped} keys anew with version ${current}`,
      ]);
    },
    options,
  );
}

export function rotateSigning(options: AskedChange): Promise<void> {
  return withBazaar(
    'keys rotate-signing',
    async (app) => {
      const keys = app.get(ServiceKeys, { strict: false });
      const kid = await app.get(UnitOfWork, { strict: false }).run((tx) => keys.rotateSigningKey(tx, overlap_minutes));
      print(options.json, { kid, dryRun: options.dryRun }, () => [
        options.dryRun ? 'a new signing key would be made' : `new tokens are signed with ${kid}`,
      ]);
    },
    options,
  );
}
