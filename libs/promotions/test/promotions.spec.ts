import { boot } from '#platform/testing';
import { PromotionsModule } from '../src/index.js';

test('promotions starts by itself, with nothing but what it imports', async () => {
  const app = await boot([PromotionsModule]);
  expect(app.get(PromotionsModule)).toBeInstanceOf(PromotionsModule);
  await app.close();
});
