import { createHash } from 'node:crypto';

/** Syllables put together by us; a likeness to somebody's name is chance. */
const heads = 'Ta Mi Ro Ka Lu Ne Pa Vi So De Ji Bu'.split(' ');
const hearts = 'ma ri lo va ne shu di ko la pe ru ti'.split(' ');
const ends = 'ra ni mo lu sha vel ki dan thi su ya bo'.split(' ');

/** Given name and surname: the same words for the same number, always. */
export function inventedName(what: string, number: number): string {
  const at = createHash('sha256').update(`${what} ${number}`).digest();
  const from = (list: readonly string[], i: number): string => list[at[i]! % list.length]!;
  const given = from(heads, 0) + from(hearts, 1) + from(ends, 2);
  const surname = from(heads, 3) + from(hearts, 4) + from(hearts, 5) + from(ends, 6);
  return `${given} ${surname}`;
}
