import type { units } from '#catalogue';

type Unit = (typeof units)[number];

const codes: Record<Unit, string> = {
  piece: 'PCS',
  pair: 'PRS',
  set: 'SET',
  metre: 'MTR',
  kilogram: 'KGS',
  gram: 'GMS',
  litre: 'LTR',
  millilitre: 'MLT',
};

const isUnit = (unit: string): unit is Unit => Object.hasOwn(codes, unit);

/** Code of a unit of sale on papers of the tax; goods that are in the catalogue no more are of another unit. @rule */
export const uqcOf = (unit: string | null): string => (unit !== null && isUnit(unit) ? codes[unit] : 'OTH');
