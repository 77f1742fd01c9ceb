/** Chapters of the tariff that are eaten or drunk: animal products, plants, fats, prepared foods, salt. */
const foodChapters = new Set([
  '02',
  '03',
  '04',
  '07',
  '08',
  '09',
  '10',
  '11',
  '12',
  '13',
  '15',
  '16',
  '17',
  '18',
  '19',
  '20',
  '21',
  '22',
]);

export const isFood = (hsn: string): boolean => foodChapters.has(hsn.slice(0, 2));
