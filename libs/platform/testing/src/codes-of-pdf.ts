import { assert } from '#platform/kernel';
import { streamsOfPdf } from './text-of-pdf.js';

type Module = boolean | undefined;

/** Of codes of medium correction, by version: places of the small squares, signs of correction, blocks with their data. */
const versions: Readonly<Record<number, { squares: readonly number[]; correction: number; data: readonly number[] }>> =
  {
    4: { squares: [6, 26], correction: 18, data: [32, 32] },
    5: { squares: [6, 30], correction: 24, data: [43, 43] },
    12: { squares: [6, 32, 58], correction: 22, data: [36, 36, 36, 36, 36, 36, 37, 37] },
    13: { squares: [6, 34, 62], correction: 22, data: [37, 37, 37, 37, 37, 37, 37, 37, 38] },
    14: { squares: [6, 26, 46, 66], correction: 24, data: [40, 40, 40, 40, 41, 41, 41, 41, 41] },
    15: { squares: [6, 26, 48, 70], correction: 24, data: [41, 41, 41, 41, 41, 42, 42, 42, 42, 42] },
    16: { squares: [6, 26, 50, 74], correction: 28, data: [45, 45, 45, 45, 45, 45, 45, 46, 46, 46] },
  };

const masks: readonly ((row: number, column: number) => boolean)[] = [
  (i, j) => (i + j) % 2 === 0,
  (i) => i % 2 === 0,
  (_, j) => j % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
  (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2 === 0,
];

/** What the codes to scan on the pages of a PDF of ours say, read from the squares that are drawn, without correction. */
export function codesOfPdf(pdf: Buffer): string[] {
  return streamsOfPdf(pdf)
    .flatMap((page) => [...page.matchAll(/((?:[\d.-]+ [\d.-]+ [\d.-]+ [\d.-]+ re\n){100,})/g)])
    .map(([, squares]) => textOf(modulesOf(squares!)));
}

function modulesOf(drawn: string): boolean[][] {
  const squares = drawn
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map(Number));
  const [left, top] = [0, 1].map((part) => Math.min(...squares.map((square) => square[part]!))) as [number, number];
  const side = squares[0]![2]!;
  const at = squares.map(([x, y]) => [Math.round((y! - top) / side), Math.round((x! - left) / side)] as const);
  const count = Math.max(...at.flat()) + 1;
  const modules = Array.from({ length: count }, () => Array.from({ length: count }, () => false));
  for (const [row, column] of at) modules[row]![column] = true;
  return modules;
}

function textOf(modules: boolean[][]): string {
  const count = modules.length;
  const version = (count - 17) / 4;
  const shape = versions[version];
  assert(shape, `a code of version ${version} is one this reads`);
  const format = [0, 1, 2, 3, 4].map((column) => modules[8]![column]! !== ([16, 8, 4, 2, 1][column]! & 0b10101) > 0);
  assert(!format[0] && !format[1], 'its correction is medium');
  const mask = masks[format.slice(2).reduce((sum, bit) => sum * 2 + Number(bit), 0)]!;
  const bits = road(count, reserved(count, version, shape.squares)).map(([i, j]) => modules[i]![j]! !== mask(i, j));
  const words = Array.from({ length: Math.floor(bits.length / 8) }, (_, n) =>
    bits.slice(8 * n, 8 * n + 8).reduce((sum, bit) => sum * 2 + Number(bit), 0),
  );
  const data = blocksOf(words, shape.data).flat();
  const stream = data.map((word) => word.toString(2).padStart(8, '0')).join('');
  assert(stream.startsWith('0100'), 'it holds bytes');
  const wide = version < 10 ? 8 : 16;
  const length = parseInt(stream.slice(4, 4 + wide), 2);
  const bytes = Array.from({ length }, (_, n) => parseInt(stream.slice(4 + wide + 8 * n, 12 + wide + 8 * n), 2));
  return Buffer.from(bytes).toString('utf8');
}

/** Words go round the blocks, one to each, the longer blocks last. */
function blocksOf(words: readonly number[], lengths: readonly number[]): number[][] {
  const blocks: number[][] = lengths.map(() => []);
  let n = 0;
  for (let round = 0; round < Math.max(...lengths); round++) {
    lengths.forEach((length, block) => round < length && blocks[block]!.push(words[n++]!));
  }
  return blocks;
}

/** Where nothing is said: the marks in the corners, the small squares, the lines between and what describes the code. */
function reserved(count: number, version: number, squares: readonly number[]): Module[][] {
  const isTaken: Module[][] = Array.from({ length: count }, () => []);
  const take = (row: number, column: number, rows: number, columns: number): void => {
    for (let i = row; i < row + rows; i++) for (let j = column; j < column + columns; j++) isTaken[i]![j] = true;
  };
  take(0, 0, 9, 9);
  take(0, count - 8, 9, 8);
  take(count - 8, 0, 8, 9);
  take(6, 0, 1, count);
  take(0, 6, count, 1);
  const last = squares.at(-1)!;
  for (const i of squares) {
    for (const j of squares) {
      const isCorner = (i === 6 && j === 6) || (i === 6 && j === last) || (i === last && j === 6);
      if (!isCorner) take(i - 2, j - 2, 5, 5);
    }
  }
  if (version >= 7) {
    take(0, count - 11, 6, 3);
    take(count - 11, 0, 3, 6);
  }
  return isTaken;
}

/** The way through it: two columns at a time from the right, up and down in turns. */
function road(count: number, isTaken: readonly Module[][]): [number, number][] {
  const steps: [number, number][] = [];
  let isUp = true;
  for (let right = count - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let n = 0; n < count; n++) {
      const row = isUp ? count - 1 - n : n;
      for (const column of [right, right - 1]) if (!isTaken[row]![column]) steps.push([row, column]);
    }
    isUp = !isUp;
  }
  return steps;
}
