import { z } from 'zod';
import { findings, type OwnPayoutAccount } from '#sellers';

export const payoutAccount = z
  .strictObject({
    hint: z.string().describe('enough for its owner to know it'),
    finding: z.enum(findings).describe('what the bank said of it; failed: give another one'),
    note: z.string().nullable(),
    givenAt: z.iso.datetime(),
    restsUntil: z.iso.datetime().nullable().describe('until when nothing is paid out after a change'),
  })
  .meta({ id: 'PayoutAccount' });

export const viewOfPayoutAccount = ({ paper, rests_until }: OwnPayoutAccount): z.input<typeof payoutAccount> => ({
  hint: paper.hint,
  finding: paper.finding,
  note: paper.note,
  givenAt: paper.given_at.toISOString(),
  restsUntil: rests_until?.toISOString() ?? null,
});
