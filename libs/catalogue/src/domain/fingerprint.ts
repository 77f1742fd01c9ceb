/**
 * What a picture looks like in a few numbers, so that a copy is found though it was saved anew, made smaller or cut a little
 * at its edges. One print: 64 bits of its low frequencies (more or less than the middle one) and 64 of its slopes (lighter
 * to the right or not). A picture has a print of its whole and of six cuts of it: a cut copy meets one of those.
 */
export interface Print {
  waves: bigint;
  slopes: bigint;
}

/** The picture is given as a square of so many grey pixels a side. */
export const grey_side_px = 128;
/** Of 128 bits, as many may differ in what counts as the same picture; measured in the module's tests. */
export const distance_max = 8;
const waves_max = 6;
/** Nearly one grey: says nothing about who drew it. */
const contrast_min = 4;

/** Left, top, side of the cuts, in shares of the whole. */
const cuts = [
  [0, 0, 1],
  [0.025, 0.025, 0.95],
  [0.05, 0.05, 0.9],
  [0, 0, 0.95],
  [0.05, 0, 0.95],
  [0, 0.05, 0.95],
  [0.05, 0.05, 0.95],
] as const;
type Cut = (typeof cuts)[number];

/**
 * @param grey  rows of `grey_side_px` bytes
 * @returns one print for each cut; none when there is nothing to see
 * @rule
 */
export function printsOf(grey: Uint8Array): Print[] {
  const mean = grey.reduce((sum, one) => sum + one, 0) / grey.length;
  const contrast = Math.sqrt(grey.reduce((sum, one) => sum + (one - mean) ** 2, 0) / grey.length);
  if (contrast < contrast_min) return [];
  return cuts.map((cut) => ({
    waves: wavesOf(sampled(grey, cut, 32, 32, 4)),
    slopes: slopesOf(sampled(grey, cut, 9, 8, 6)),
  }));
}

/** Sums of the greys in each cell of a grid laid over a cut. */
function sampled(grey: Uint8Array, [left, top, side]: Cut, across: number, down: number, dense: number): Float64Array {
  const cells = new Float64Array(across * down);
  const at = (from: number, share: number): number =>
    Math.min(grey_side_px - 1, Math.floor((from + side * share) * grey_side_px));
  for (let y = 0; y < down * dense; y++) {
    const row = at(top, (y + 0.5) / (down * dense)) * grey_side_px;
    const cellRow = Math.floor(y / dense) * across;
    for (let x = 0; x < across * dense; x++) {
      cells[cellRow + Math.floor(x / dense)]! += grey[row + at(left, (x + 0.5) / (across * dense))]!;
    }
  }
  return cells;
}

const cosines = Array.from({ length: 8 }, (_, u) =>
  Float64Array.from({ length: 32 }, (__, x) => Math.cos(((2 * x + 1) * (u + 1) * Math.PI) / 64)),
);

/** The lowest 8 × 8 frequencies (discrete cosine transform), each above their median or not. */
function wavesOf(cells: Float64Array): bigint {
  const rows = cosines.map((wave) =>
    Float64Array.from({ length: 32 }, (_, y) => wave.reduce((sum, c, x) => sum + c * cells[y * 32 + x]!, 0)),
  );
  const strengths = cosines.flatMap((wave) => rows.map((row) => wave.reduce((sum, c, y) => sum + c * row[y]!, 0)));
  const ordered = strengths.toSorted((a, b) => a - b);
  const median = (ordered[31]! + ordered[32]!) / 2;
  return bitsOf(strengths.map((one) => one > median));
}

function slopesOf(cells: Float64Array): bigint {
  return bitsOf(
    Array.from({ length: 64 }, (_, i) => {
      const at = Math.floor(i / 8) * 9 + (i % 8);
      return cells[at]! < cells[at + 1]!;
    }),
  );
}

const bitsOf = (bits: readonly boolean[]): bigint => bits.reduce((all, bit) => (all << 1n) | (bit ? 1n : 0n), 0n);

/** Four quarters of the waves, each marked with its place: two pictures with none in common differ in four bits at least. */
export const bandsOf = (prints: readonly Print[]): number[] => [
  ...new Set(
    prints.flatMap(({ waves }) => [0, 1, 2, 3].map((i) => i * 65_536 + Number((waves >> BigInt(i * 16)) & 0xffffn))),
  ),
];

const differing = (a: bigint, b: bigint): number => {
  let count = 0;
  for (let bits = a ^ b; bits !== 0n; bits &= bits - 1n) count += 1;
  return count;
};

/** In how many of 128 bits two pictures differ, by the cuts that fit best; null: they are not the same picture. */
export function distanceOf(one: readonly Print[], other: readonly Print[]): number | null {
  let best = distance_max + 1;
  for (const a of one)
    for (const b of other) {
      const waves = differing(a.waves, b.waves);
      if (waves <= waves_max) best = Math.min(best, waves + differing(a.slopes, b.slopes));
    }
  return best > distance_max ? null : best;
}

/** Prints as bytes for the database, 16 each. */
export function packed(prints: readonly Print[]): Buffer {
  const bytes = Buffer.alloc(prints.length * 16);
  for (const [i, { waves, slopes }] of prints.entries()) {
    bytes.writeBigUInt64BE(waves, i * 16);
    bytes.writeBigUInt64BE(slopes, i * 16 + 8);
  }
  return bytes;
}

export const unpacked = (bytes: Buffer): Print[] =>
  Array.from({ length: bytes.length / 16 }, (_, i) => ({
    waves: bytes.readBigUInt64BE(i * 16),
    slopes: bytes.readBigUInt64BE(i * 16 + 8),
  }));
