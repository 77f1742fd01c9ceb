import { z } from 'zod';
import { order_link_length } from '#orders';

/** The end of the address by which a guest follows her order. @rule S-36 */
export const orderLink = z
  .string()
  .length(order_link_length)
  .regex(/^[\w-]+$/);
