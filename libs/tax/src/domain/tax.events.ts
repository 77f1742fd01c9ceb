import { z } from 'zod';
import { event } from '#platform/kernel';

const reached = z.strictObject({
  sellerId: z.uuid(),
  financialYear: z.string(),
  /** The share of the threshold, basis points. */
  share_bp: z.int(),
  turnover_paise: z.int().min(0),
  threshold_paise: z.int().min(1),
});

/** An unregistered maker's sales of the year come near the threshold of registration. */
export const TurnoverNear = event('tax.turnover_near', reached);
/** They have reached it: she takes no new orders until she is registered. */
export const TurnoverFull = event('tax.turnover_full', reached);
