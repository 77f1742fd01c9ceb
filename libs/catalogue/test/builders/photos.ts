import sharp, { type Sharp } from 'sharp';

/** A made-up photo: coloured shapes, always the same ones for a number. */
export function photo(number: number, [width, height] = [480, 360]): Sharp {
  let state = number * 7919;
  const chance = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const colour = (): string => `rgb(${[0, 0, 0].map(() => Math.floor(chance() * 255)).join()})`;
  const shape = (): string =>
    `<ellipse cx="${chance() * width}" cy="${chance() * height}" rx="${(0.02 + chance() * 0.2) * width}"
              ry="${(0.02 + chance() * 0.2) * height}" fill="${colour()}" opacity="${0.3 + chance() * 0.6}"/>`;
  const shapes = Array.from({ length: 40 }, shape).join('');
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
         <rect width="100%" height="100%" fill="${colour()}"/>${shapes}</svg>`,
    ),
  );
}

/** The photo without so much of its edges, in shares of its sides, saved anew. */
export async function cut(picture: Buffer, share: number, [left, top] = [0.5, 0.5]): Promise<Buffer> {
  const { width, height } = await sharp(picture).metadata();
  const [across, down] = [Math.round(width * (1 - share)), Math.round(height * (1 - share))];
  const region = {
    left: Math.round((width - across) * left),
    top: Math.round((height - down) * top),
    width: across,
    height: down,
  };
  return sharp(picture).extract(region).jpeg({ quality: 75 }).toBuffer();
}
