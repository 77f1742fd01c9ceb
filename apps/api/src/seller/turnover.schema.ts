import { z } from 'zod';
import { moneySchema, priceInput } from '#platform/money';

export const declaredTurnover = z
  .strictObject({ highest: priceInput.describe('of any financial year since 2017-18, here and elsewhere') })
  .meta({ id: 'DeclaredTurnover', example: { highest: { paise: 6_000_000_000, currency: 'INR' } } });

export const knownTurnover = z
  .strictObject({
    highest: moneySchema.describe('what you say, or what you sold here when that is more'),
    registersInvoices: z.boolean().describe('invoices to registered businesses go to the government’s portal'),
  })
  .meta({ id: 'KnownTurnover' });
