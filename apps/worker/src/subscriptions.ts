import type { Subscription } from '#platform/queue';
import { newsOfComplaints } from './subscriptions/complaints.js';
import { newsOfGoods } from './subscriptions/goods.js';
import { newsOfMakers } from './subscriptions/makers.js';
import { newsOfOrders } from './subscriptions/orders.js';
import { newsOfParcels } from './subscriptions/parcels.js';
import { newsOfPurchases } from './subscriptions/purchases.js';

/**
 * News → what follows. The whole choreography between the modules is in these tables; a reaction calls one use-case, in
 * one transaction, once per piece of news. The words name the reaction and stay as they are once in use.
 */
export const subscriptions: readonly Subscription[] = [
  ...newsOfMakers,
  ...newsOfGoods,
  ...newsOfOrders,
  ...newsOfPurchases,
  ...newsOfParcels,
  ...newsOfComplaints,
];
