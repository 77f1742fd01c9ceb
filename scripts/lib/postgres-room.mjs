import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownTemporaryFolder } from './postgres-binaries.mjs';

/**
 * Where a database lives whose clone lies in a folder the server's user may not enter. The clone remembers its room and
 * the room its clone: a new clone in an old one's place starts afresh, and a removed clone's room is cleared away.
 *
 * @param {string} home the clone's folder for this database
 * @returns {string}
 */
export function roomFor(home) {
  const base = ownTemporaryFolder();
  for (const name of readdirSync(base))
    if (isAbandoned(join(base, name))) rmSync(join(base, name), { recursive: true, force: true });
  const note = join(home, 'room.txt');
  if (!existsSync(note)) writeFileSync(note, join(base, `database-${randomUUID()}`));
  const room = readFileSync(note, 'utf8');
  mkdirSync(room, { recursive: true, mode: 0o755 });
  writeFileSync(join(room, 'home.txt'), home);
  return room;
}

/**
 * @param {string} room
 * @returns {boolean} whether the clone it belongs to is gone
 */
function isAbandoned(room) {
  const note = join(room, 'home.txt');
  return existsSync(note) && !existsSync(join(readFileSync(note, 'utf8'), 'room.txt'));
}
