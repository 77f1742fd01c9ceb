import { z } from 'zod';

export const bytes = z.custom<Buffer>((value) => Buffer.isBuffer(value), 'expected bytes');
export const idRow = z.object({ id: z.uuid() });
