import { z } from 'zod';

/** Values of a query, which come as text. Only their plain spelling is taken: no `0x10`, no `1e3`, no empty zero. @rule S-47 */

/** A whole number. The description shows it as the number it means. */
export const queryInteger = (min: number, max: number) =>
  z
    .string()
    .regex(/^-?\d{1,15}$/, 'expected a whole number')
    .transform(Number)
    .pipe(z.int().min(min).max(max))
    .meta({ as: { type: 'integer', minimum: min, maximum: max } });

export const queryBoolean = () =>
  z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .meta({ as: { type: 'boolean', enum: [true, false] } });

/** Values separated by commas, 1 to `max` of them. */
export const queryList = <T>(item: z.ZodType<T, string>, max: number) =>
  z
    .string()
    .max(2000)
    .transform((text) => text.split(','))
    .pipe(z.array(item).min(1).max(max));
