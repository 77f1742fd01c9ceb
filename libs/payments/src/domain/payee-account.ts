import { z } from 'zod';
import { freeText } from '#platform/identifiers';

const holder = freeText(100).describe('name as the bank knows it');

/** Where money can be sent: an account by its number, or an address of the Unified Payments Interface. */
export const payeeAccount = z.union([
  z.strictObject({
    holder,
    accountNumber: z.string().regex(/^[0-9]{9,18}$/),
    ifsc: z.string().regex(/^[A-Z]{4}0[A-Z0-9]{6}$/),
  }),
  z.strictObject({ holder, vpa: z.string().regex(/^[a-z0-9][a-z0-9._-]{1,99}@[a-z]{2,40}$/) }),
]);
