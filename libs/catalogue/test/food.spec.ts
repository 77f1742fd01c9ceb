import { asOwner } from '#platform/testing';
import { isFood } from '../src/domain/food.rules.js';

test('R-9.8 SM-1 the database knows food by the same chapters as the rule', async () => {
  const chapters = Array.from({ length: 100 }, (_, n) => `${String(n).padStart(2, '0')}01`);
  const rows = await asOwner<{ hsn: string; food: boolean }>(
    `select hsn, catalogue.is_food(hsn) as food from unnest($1::text[]) as hsn`,
    [chapters],
  );
  expect(rows.filter(({ food }) => food).map(({ hsn }) => hsn)).toEqual(chapters.filter(isFood));
});
