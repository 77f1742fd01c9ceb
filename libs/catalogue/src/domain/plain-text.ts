import { z } from 'zod';
import { freeText } from '#platform/identifiers';

/** The beginning of an element, an end tag, a comment or an entity of markup; "5 < 6" is none. */
const markup = /<\s*[a-z/!?]|&(#\d+|#x[0-9a-f]+|[a-z]{2,8});/iu;
/** Signs that turn the direction of the text after them: a price or a name could be made to read otherwise. */
const turning = /[\u202a-\u202e\u2066-\u2069]/u;

/**
 * Words about goods: free text without markup and without signs that turn the direction of reading. Those are refused, not
 * cut out, because nobody writes them by mistake.
 * @rule S-56
 */
export const plainText = (max: number) =>
  z
    .string()
    .max(8 * max + 100)
    .refine((text) => !markup.test(text), 'write plain words, no HTML')
    .refine((text) => !turning.test(text), 'leave out signs that turn the direction of reading')
    .pipe(freeText(max))
    .meta({ minLength: 1, maxLength: max });
