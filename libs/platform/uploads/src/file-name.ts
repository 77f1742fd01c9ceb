import { z } from 'zod';
import { freeText } from '#platform/identifiers';

/** Kinds of file that are taken, and the endings their names may have. */
export const endings = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
} as const;
export type FileType = keyof typeof endings;
export const fileTypes = Object.keys(endings) as FileType[];

/**
 * The name a file had where it came from. It is looked at and thrown away: what people write in names of files (numbers
 * of cards, names of others) is kept nowhere.
 * @rule S-58 S-64
 */
export const fileName = freeText(120);

/** Whether a name ends as files of the kind do. */
export const endsLike = (name: string, type: FileType): boolean =>
  (endings[type] as readonly string[]).includes(name.toLowerCase().split('.').at(-1) ?? '');

export type FileName = z.infer<typeof fileName>;
