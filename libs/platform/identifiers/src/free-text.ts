import { z } from 'zod';
import { findAadhaar } from './aadhaar.js';
import { carriesCardNumber } from './card-number.js';

/**
 * Signs that show nothing themselves and change how other text looks or compares: direction marks, zero-width spaces
 * and joiners of words, fillers, tags, control characters. ZWJ and ZWNJ stay: Indian scripts are written with them.
 */
const deceiving =
  // eslint-disable-next-line no-control-regex, no-misleading-character-class -- they are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Something to see: a letter, a digit, a sign. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** The text without signs that deceive, and without space around it. Nothing else changes, not even its code points' form. @rule S-56 */
export const cleanText = (text: string): string => text.replace(deceiving, '').trim();

const length = (text: string): number => [...text].length;

/**
 * Words a person writes freely: cleaned, `min` to `max` code points, refused when there is nothing to see or when they carry
 * an Aadhaar or card number.
 * @rule S-56 S-64 S-65
 */
export const freeText = (max: number, min = 1) =>
  z
    .string()
    .max(8 * max + 100)
    .transform(cleanText)
    .pipe(
      z
        .string()
        .refine((text) => visible.test(text), 'expected some words')
        .refine((text) => length(text) >= min, `expected at least ${min} characters`)
        .refine((text) => length(text) <= max, `expected at most ${max} characters`)
        .refine(
          (text) => findAadhaar(text).length === 0,
          'leave out the Aadhaar number: it is never needed here and never kept',
        )
        .refine((text) => !carriesCardNumber(text), 'leave out the card number: it is never asked for here'),
    )
    .meta({ minLength: min, maxLength: max });
