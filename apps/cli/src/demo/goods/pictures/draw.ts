import { clothMotifs } from './cloth.js';
import { side } from './shapes.js';
import { foodMotifs, thingMotifs } from './things.js';

/** Our own drawings, by what they show. */
export const motifs = { ...clothMotifs, ...thingMotifs, ...foodMotifs } as const;
export type MotifName = keyof typeof motifs;
export const motifNames = Object.keys(motifs) as MotifName[];

/** A drawing as SVG; it never leaves this process. */
export const svgOf = (name: MotifName): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 ${side} ${side}">${motifs[name]()}</svg>`;

/** All drawings as PNG in few colours; the same bytes each time. */
export async function drawMotifs(): Promise<{ name: MotifName; png: Buffer }[]> {
  const { default: sharp } = await import('sharp');
  const drawn: { name: MotifName; png: Buffer }[] = [];
  for (const name of motifNames) {
    const png = await sharp(Buffer.from(svgOf(name)))
      .png({ palette: true, colours: 48, effort: 4 })
      .toBuffer();
    drawn.push({ name, png });
  }
  return drawn;
}
