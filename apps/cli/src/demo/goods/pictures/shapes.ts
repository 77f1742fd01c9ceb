/** Corners of the drawing board. */
export const side = 640;

type Point = readonly [number, number];
const n = (value: number): string => String(Math.round(value * 10) / 10);

export const rect = (x: number, y: number, w: number, h: number, fill: string, round = 0): string =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" rx="${round}" fill="${fill}"/>`;
export const disc = (x: number, y: number, r: number, fill: string): string =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fill}"/>`;
export const ring = (x: number, y: number, r: number, stroke: string, width: number): string =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="none" stroke="${stroke}" stroke-width="${width}"/>`;
export const oval = (x: number, y: number, rx: number, ry: number, fill: string, turn = 0): string =>
  `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}" transform="rotate(${n(turn)} ${n(x)} ${n(y)})"/>`;
export const line = (d: string, stroke: string, width: number): string =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
export const shape = (d: string, fill: string): string => `<path d="${d}" fill="${fill}"/>`;
export const many = (points: readonly Point[], fill: string): string =>
  `<polygon points="${points.map(([x, y]) => `${n(x)},${n(y)}`).join(' ')}" fill="${fill}"/>`;

/** The same figure again and again around a middle. */
export const around = (x: number, y: number, times: number, figure: string): string =>
  Array.from(
    { length: times },
    (_, i) => `<g transform="rotate(${n((360 / times) * i)} ${x} ${y})">${figure}</g>`,
  ).join('');

/** The same figure in rows; every other row half a step to the right when `shifted`. */
export function rows(step: number, figure: (x: number, y: number, i: number) => string, shifted = false): string {
  const found: string[] = [];
  for (let row = 0; row * step <= side; row++)
    for (let column = 0; column * step <= side + step; column++)
      found.push(figure(column * step + (shifted && row % 2 === 1 ? -step / 2 : 0), row * step, row + column));
  return found.join('');
}

export const at = (x: number, y: number, scale: number, figure: string, turn = 0): string =>
  `<g transform="translate(${n(x)} ${n(y)}) scale(${scale}) rotate(${turn})">${figure}</g>`;

/** Petals around (x, y), their tips at `long`. */
export const flower = (x: number, y: number, petals: number, long: number, fill: string, heart: string): string =>
  around(x, y, petals, oval(x, y - long * 0.58, long * 0.24, long * 0.42, fill)) + disc(x, y, long * 0.22, heart);

export const star = (x: number, y: number, points: number, outer: number, inner: number, fill: string): string =>
  many(
    Array.from({ length: points * 2 }, (_, i): Point => {
      const r = i % 2 === 0 ? outer : inner;
      const angle = (Math.PI * i) / points - Math.PI / 2;
      return [x + r * Math.cos(angle), y + r * Math.sin(angle)];
    }),
    fill,
  );

export const diamond = (x: number, y: number, w: number, h: number, fill: string): string =>
  many(
    [
      [x, y - h],
      [x + w, y],
      [x, y + h],
      [x - w, y],
    ],
    fill,
  );

/** A paisley of about 100 × 140 around the origin. */
export const paisley = (fill: string, inner: string): string =>
  shape('M0 70 C-60 70 -60 -10 -10 -30 C15 -42 20 -62 -2 -72 C45 -70 55 -20 48 15 C44 50 28 70 0 70 Z', fill) +
  shape('M2 48 C-32 48 -32 4 -2 -8 C16 -16 24 -26 22 -38 C38 -10 36 48 2 48 Z', inner);
