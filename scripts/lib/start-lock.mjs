import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileFault, PlainFault } from './fault.mjs';
import { dataFolder } from './paths.mjs';
import { isSameProcess, thisProcess } from './processes.mjs';

const file = join(dataFolder, 'start.lock.json');

/**
 * Takes this clone for one `npm start`. A lock whose process was killed is taken over.
 *
 * @param {string} url where this start will answer
 * @returns {() => void} gives the clone back
 */
export function takeStartLock(url) {
  const mine = { ...thisProcess(), url };
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(draft, JSON.stringify(mine));
    for (let tries = 0; tries < 3 && !place(draft); tries++) {
      const holder = readStartLock();
      if (holder !== null) {
        throw new PlainFault(
          `ODOP Bazaar already runs from this folder at ${holder.url} (process ${holder.pid}): use that one, or stop it first with Ctrl-C or "kill ${holder.pid}".`,
        );
      }
      rmSync(file, { force: true }); // left by a killed start
    }
  } catch (error) {
    throw fileFault(error, 'write into', dataFolder);
  } finally {
    rmSync(draft, { force: true });
  }
  return () => {
    if (readStartLock()?.pid === process.pid) rmSync(file, { force: true });
  };
}

/**
 * A link either appears whole or not at all, unlike a file that is being written.
 *
 * @param {string} draft
 */
function place(draft) {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** @returns {{ pid: number, mark: string, url: string } | null} the start that runs from this clone */
export function readStartLock() {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8'));
    return isSameProcess(holder) ? holder : null;
  } catch {
    return null;
  }
}
