import { z } from 'zod';
import { pageQuery } from '#platform/http';
import { money, moneySchema } from '#platform/money';
import { fileNumberOf, type PayoutFile, type TakenResponse } from '#payments';

export const payoutFilesQuery = pageQuery.omit({ count: true });

const count = z.int().min(0);

export const payoutFile = z
  .strictObject({
    id: z.uuid(),
    number: z.string().describe('by it the bank and the desk speak of the file'),
    rows: count,
    total: moneySchema,
    digest: z.string().nullable().describe('SHA-256 of the file, hexadecimal; null while it is being written'),
    madeAt: z.iso.datetime(),
    madeBy: z.uuid().nullable(),
    releasedAt: z.iso.datetime().nullable(),
    releasedBy: z.uuid().nullable().describe('the second officer; only then the file can be had'),
    answered: z.strictObject({ paid: count, failed: count, returned: count }).describe('what the bank has said so far'),
  })
  .meta({ id: 'PayoutFile' });

export const viewOfPayoutFile = (file: PayoutFile): z.input<typeof payoutFile> => ({
  ...{ id: file.id, number: fileNumberOf(file), rows: file.rows, total: money(file.total_paise), digest: file.digest },
  ...{ madeAt: file.made_at.toISOString(), madeBy: file.made_by },
  ...{ releasedAt: file.released_at?.toISOString() ?? null, releasedBy: file.released_by },
  answered: { paid: file.paid, failed: file.failed, returned: file.returned },
});

export const takenResponse = z
  .strictObject({
    fileId: z.uuid(),
    fileNumber: z.string(),
    paid: count,
    failed: count,
    returned: count,
    unchanged: count.describe('rows the bank had said the same of before'),
    isRepeat: z.boolean().describe('this very answer was taken before: nothing was done'),
  })
  .meta({ id: 'TakenBankResponse' });

export const viewOfTaken = (taken: TakenResponse): z.input<typeof takenResponse> => ({ ...taken });
