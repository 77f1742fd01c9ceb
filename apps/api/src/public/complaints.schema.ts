import { z } from 'zod';
import { toldComplaint } from '../buyer/complaints.schema.js';

/** The newest are what a guest looks for; more than these nobody has of one order. */
export const complaints_of_order_max = 50;

export const complaintsOfOrder = z
  .strictObject({ items: z.array(toldComplaint).max(complaints_of_order_max) })
  .meta({ id: 'ComplaintsOfOrder' });
