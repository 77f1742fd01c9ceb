import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A mark that tells two processes with the same number apart: the moment it started. Process numbers come round again,
 * in containers within seconds, so a number in a lock file proves nothing by itself.
 *
 * @param {number} pid
 * @returns {string | null} null when no such process runs (a zombie does not run)
 */
export function processMark(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (process.platform === 'linux') return linuxMark(pid);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return null;
  }
  if (process.platform === 'win32') return 'running';
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || null;
}

/**
 * @param {number} pid
 * @returns {string | null}
 */
function linuxMark(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may itself hold spaces and parentheses: count fields after the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, startTicks] = [fields[0], fields[19]];
    return state === 'Z' || state === 'X' ? null : `ticks ${startTicks}`;
  } catch {
    return null;
  }
}

/**
 * @param {{ pid: number, mark: string } | null} seen
 * @returns {boolean} whether exactly that process still runs
 */
export function isSameProcess(seen) {
  return seen !== null && processMark(seen.pid) === seen.mark;
}

/** @returns {{ pid: number, mark: string }} this process, for a lock file */
export function thisProcess() {
  return { pid: process.pid, mark: processMark(process.pid) ?? 'running' };
}

/**
 * @param {number} ms
 * @returns {Promise<void>}
 */
export function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
