/** Sectors as the ODOP list names them. */
export const sectors = [
  'agriculture',
  'dairy',
  'food_processing',
  'handicrafts',
  'handloom',
  'manufacturing',
  'marine',
  'textiles',
  'others',
] as const;
export type Sector = (typeof sectors)[number];

/** A district's products in the list's order of weight. */
export const ranks = ['primary', 'secondary', 'tertiary', 'other'] as const;
export type Rank = (typeof ranks)[number];

/** Classes of goods as the list of registered geographical indications names them. */
export const giClasses = ['agricultural', 'food_stuff', 'handicraft', 'manufactured', 'natural_goods'] as const;
export type GiClass = (typeof giClasses)[number];

/** Lists kept side by side: one district may stand for different products on each. @rule */
export const odopLists = ['dpiit_odop', 'pmfme_odop', 'state_odop', 'deh'] as const;
export type OdopList = (typeof odopLists)[number];
