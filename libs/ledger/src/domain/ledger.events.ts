import { z } from 'zod';
import { cause, event } from '#platform/kernel';
import { statementOrder } from './transfer.js';

/** Money that was set aside for so long is free again: whoever set it aside knows it by its cause. */
export const HoldExpired = event(
  'ledger.hold_expired',
  z.strictObject({ holdId: z.uuid(), cause, why: z.enum(statementOrder), amount_paise: z.int().min(1) }),
);
