// A maker at work, in a process of her own: settings are read once by a process, and each scale has a database of its own.
// Started by shelf-news.mjs; told offers and prices, it says when one is committed.
import { built } from './built.mjs';

const { boot, personActor } = await built('libs/platform/testing/src/index.js');
const { CatalogueModule, ChangePrice } = await built('libs/catalogue/src/index.js');
const app = await boot([CatalogueModule]);

process.on('message', (/** @type {{ offerId: string, sellerId: string, paise: number }} */ wish) => {
  const maker = personActor({ organisationId: wish.sellerId, permissions: ['maker:list'] });
  void app
    .as(maker, () => app.get(ChangePrice).run(wish.offerId, BigInt(wish.paise)))
    .then(() => process.send?.('changed'));
});
process.on('disconnect', () => void app.close());
process.send?.('ready');
