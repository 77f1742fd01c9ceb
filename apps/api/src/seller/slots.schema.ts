import { z } from 'zod';
import { slotChoosers, type SlotChoice } from '#fulfilment';

const hours = {
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  closesAt: z.iso.datetime().describe('after it nothing about these hours can be changed'),
};

export const slotBody = z
  .strictObject({
    window: z
      .string()
      .regex(/^[A-Za-z0-9:._/-]{1,60}$/)
      .nullable()
      .describe('`id` of hours that are offered; null: not yet'),
  })
  .meta({ id: 'PickupSlotBody', example: { window: '2026-11-24/10' } });

export const slotChoice = z
  .strictObject({
    chosen: z
      .strictObject({ ...hours, by: z.enum(slotChoosers).describe('default: chosen for you, the earliest there was') })
      .nullable()
      .describe('null: no time is agreed'),
    misses: z.int().min(0).describe('how often the courier did not come'),
    offered: z
      .array(z.strictObject({ id: z.string().max(60), ...hours }))
      .max(100)
      .describe('the earliest first; empty: this courier names no hours'),
  })
  .meta({
    id: 'PickupSlotChoice',
    example: {
      chosen: {
        ...{ from: '2026-11-24T04:30:00.000Z', to: '2026-11-24T07:30:00.000Z', closesAt: '2026-11-24T02:30:00.000Z' },
        by: 'default',
      },
      misses: 0,
      offered: [
        {
          id: '2026-11-24/10',
          ...{ from: '2026-11-24T04:30:00.000Z', to: '2026-11-24T07:30:00.000Z', closesAt: '2026-11-24T02:30:00.000Z' },
        },
      ],
    },
  });

type Hours = SlotChoice['offered'][number];
const viewOfHours = ({ from, to, closesAt }: Hours) => ({
  from: from.toISOString(),
  to: to.toISOString(),
  closesAt: closesAt.toISOString(),
});

export const viewOfSlotChoice = ({ slot, offered }: SlotChoice): z.input<typeof slotChoice> => ({
  chosen: slot?.window ? { ...viewOfHours(slot.window), by: slot.chosen_by } : null,
  misses: slot?.misses ?? 0,
  offered: offered.map((window) => ({ id: window.id, ...viewOfHours(window) })),
});
