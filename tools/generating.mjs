// What the generators share: names, files that are new or changed, and the project's own formatter over them.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PlainFault } from '../scripts/lib/fault.mjs';
import { projectRoot } from '../scripts/lib/paths.mjs';

/** @param {string} name `seal-bid` @returns {string} `SealBid` */
export const className = (name) => name.replaceAll(/(?:^|-)([a-z0-9])/g, (_, letter) => letter.toUpperCase());

/** @param {string} name `seal-bid` @returns {string} `Seal bid` */
export const inWords = (name) => (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll('-', ' ');

/** @param {string} path @returns {string} */
export const readText = (path) => readFileSync(join(projectRoot, path), 'utf8');

/** @param {string} path */
export const isThere = (path) => existsSync(join(projectRoot, path));

/** All files of one run: nothing is written before everything is thought of. */
export class Change {
  /** @type {Map<string, string>} */
  #files = new Map();

  /** @param {string} path @param {string} text @throws when there is such a file already */
  add(path, text) {
    if (isThere(path)) throw new PlainFault(`${path} is there already; nothing was written.`);
    this.#files.set(path, text);
  }

  /** @param {string} path @param {(text: string) => string} edit */
  edit(path, edit) {
    this.#files.set(path, edit(this.#files.get(path) ?? readText(path)));
  }

  /** Writes, formats and lists the files. */
  write() {
    for (const [path, text] of this.#files) {
      mkdirSync(dirname(join(projectRoot, path)), { recursive: true });
      writeFileSync(join(projectRoot, path), text);
    }
    const code = [...this.#files.keys()].filter((path) => !path.endsWith('.md'));
    const prettier = join(projectRoot, 'node_modules/prettier/bin/prettier.cjs');
    execFileSync(process.execPath, [prettier, '--log-level=warn', '--write', ...code], { cwd: projectRoot });
    for (const path of this.#files.keys()) console.log(path);
  }
}

/**
 * Puts something into a text behind the first place that fits.
 * @param {string} text
 * @param {RegExp} place
 * @param {string} insert
 * @param {string} where for the fault
 */
export function insertBehind(text, place, insert, where) {
  const found = place.exec(text);
  if (found === null) throw new PlainFault(`${where} has no place for it (${place}); nothing was written.`);
  const at = found.index + found[0].length;
  return text.slice(0, at) + insert + text.slice(at);
}
