/** The sectors of the ODOP list as groups of the shelves; textiles and handloom are two there too. */
export const odopSectors = [
  'agriculture',
  'dairy',
  'food-processing',
  'handicrafts',
  'handloom',
  'manufacturing',
  'marine',
  'others',
  'textiles',
];
