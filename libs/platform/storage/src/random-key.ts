import { randomBytes } from 'node:crypto';

/** A name nobody can guess, two folders deep, so that no folder grows too large. @rule S-58 */
export function randomKey(): string {
  const name = randomBytes(20).toString('hex');
  return `${name.slice(0, 2)}/${name.slice(2, 4)}/${name}`;
}
