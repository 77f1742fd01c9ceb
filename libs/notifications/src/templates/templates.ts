import type { ToldEvent } from '../domain/told.js';
import type { WholeWordings } from '../domain/wordings.js';
import { catalogue } from './by-module/catalogue.js';
import { fulfilment } from './by-module/fulfilment.js';
import { grievances } from './by-module/grievances.js';
import { identity } from './by-module/identity.js';
import { notifications } from './by-module/notifications.js';
import { odop } from './by-module/odop.js';
import { orders } from './by-module/orders.js';
import { payments } from './by-module/payments.js';
import { procurement } from './by-module/procurement.js';
import { sellers } from './by-module/sellers.js';
import { tax } from './by-module/tax.js';

/** Every wording in English and Hindi, by the module whose news it is: a piece of news without one of the two does not compile. */
export const templates: { readonly [E in ToldEvent]: WholeWordings<E> } = {
  ...catalogue,
  ...fulfilment,
  ...grievances,
  ...identity,
  ...notifications,
  ...odop,
  ...orders,
  ...payments,
  ...procurement,
  ...sellers,
  ...tax,
};
