import { final, states } from '#platform/kernel';

/**
 * Whether a parcel lies at a collection centre: for makers to whom no courier comes, a federation of groups or a post office
 * gathers parcels and hands them over together. Its journey is SM-5’s; it begins with the hand-over.
 */
export const centreParcelStates = states('The parcel at the centre', 'expected', {
  /** Its maker will bring it; the parcel’s own alarm runs meanwhile. */
  expected: {
    waitsFor: 'nobody',
    on: { bring: 'expected', take_in: 'here', take_back: 'with_maker' },
  },
  here: {
    waitsFor: 'centre',
    on: { hand_over: 'handed_over', take_back: 'with_maker' },
    alarms: ['shipment.centre_alarm_days', 'delivery desk', 'SM-5'],
  },
  /** She changed her mind, or has it back: it was called off, or goes another way. */
  with_maker: { waitsFor: 'nobody', on: { bring: 'expected' } },
  handed_over: final,
});
export type CentreParcelState = (typeof centreParcelStates.names)[number];
export type CentreParcelEvent = Parameters<typeof centreParcelStates.next>[1];
