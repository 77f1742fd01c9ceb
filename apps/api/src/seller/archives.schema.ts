import { z } from 'zod';
import { archiveLimits, faultLanguages, faultSays, type FaultLanguage, type TiedPictures } from '#catalogue';

export const archiveQuery = z.strictObject({
  lang: z.enum(faultLanguages).default('en').describe('language in which faults are told'),
});

const file = z.string().describe('its name without folders, shortened');
export const tiedPictures = z
  .strictObject({
    tied: z
      .array(
        z.strictObject({
          file,
          listingId: z.uuid(),
          position: z.int().min(1).max(12).describe('where it stands among the pictures of these goods'),
          mediaId: z.uuid(),
        }),
      )
      .max(archiveLimits.parts_max),
    wrong: z
      .array(z.strictObject({ file, code: z.string(), says: z.string().describe('what is wrong and what to do') }))
      .max(archiveLimits.parts_max),
  })
  .meta({ id: 'TiedPictures' });

export const viewOfTied = ({ tied, wrong }: TiedPictures, language: FaultLanguage): z.input<typeof tiedPictures> => ({
  tied: tied.map(({ index: _, ...one }) => one),
  wrong: wrong.map((fault) => ({ file: fault.file, code: fault.code, says: faultSays(fault, language) })),
});
