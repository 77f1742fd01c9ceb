import { GoodsOffersAndStock1795000050000 } from './1795000050000-goods-offers-and-stock.js';

export const catalogueMigrations = [GoodsOffersAndStock1795000050000];
