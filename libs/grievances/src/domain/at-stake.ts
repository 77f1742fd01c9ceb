import type { About, Outcome } from './complaint.js';
import { isOpen, type ComplaintState } from './complaint.states.js';

/** What the maker of an order answers for; how the platform took or sent money is not hers. */
const hers: ReadonlySet<About> = new Set(['order', 'goods', 'delivery', 'maker']);

/**
 * Whether what the maker earns with the order waits for this complaint: from its receipt until it is decided against the
 * shopper, or closed.
 * @rule 
 */
export const holdsEarning = (one: {
  about: About;
  order_id: string | null;
  state: ComplaintState;
  outcome: Outcome | null;
}): boolean =>
  one.order_id !== null &&
  hers.has(one.about) &&
  (isOpen(one.state) || (one.state === 'resolved' && one.outcome !== 'dismissed'));
