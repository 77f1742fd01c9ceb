import type { News } from './about.js';
import { aboutCatalogue } from './catalogue.news.js';
import { aboutFulfilment } from './fulfilment.news.js';
import { aboutGrievances } from './grievances.news.js';
import { aboutIdentity } from './identity.news.js';
import { aboutNotifications } from './notifications.news.js';
import { aboutOdop } from './odop.news.js';
import { aboutOrders } from './orders.news.js';
import { aboutPayments } from './payments.news.js';
import { aboutProcurement } from './procurement.news.js';
import { aboutReplies } from './replies.news.js';
import { aboutTax } from './tax.news.js';
import { aboutShops } from './shops.news.js';
import { aboutSellers } from './sellers.news.js';

const rows: readonly News[] = [
  ...aboutIdentity,
  ...aboutSellers,
  ...aboutShops,
  ...aboutCatalogue,
  ...aboutOdop,
  ...aboutOrders,
  ...aboutReplies,
  ...aboutFulfilment,
  ...aboutPayments,
  ...aboutTax,
  ...aboutProcurement,
  ...aboutGrievances,
  ...aboutNotifications,
];

/** Every piece of news that people are told of, by its name. */
export const news: ReadonlyMap<string, News> = new Map(rows.map((row) => [row.event, row]));
