import { final, states } from '#platform/kernel';

/** SM-8, shipment rows: what the consignee does with what arrived. */
export const acceptanceStates = states('The delivery', 'delivered', {
  delivered: { waitsFor: 'consignee', on: { receive: 'received' }, lapses: ['prc.auto_hours', 'receive', 'R-3.5'] },
  received: {
    waitsFor: 'consignee',
    on: { accept_full: 'accepted_full', accept_part: 'accepted_part', reject: 'rejected', deem: 'deemed_accepted' },
    lapses: ['crac.days', 'deem', 'R-3.7'],
  },
  accepted_full: final,
  accepted_part: final,
  rejected: final,
  deemed_accepted: final,
});
export type AcceptanceState = (typeof acceptanceStates.names)[number];
