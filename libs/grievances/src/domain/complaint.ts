/** What a complaint is about. */
export const abouts = ['order', 'goods', 'payment', 'delivery', 'maker', 'platform', 'privacy'] as const;
export type About = (typeof abouts)[number];

/** How the desk decides; `withdrawn` is the shopper's own end. */
export const decisions = ['upheld', 'partly', 'dismissed'] as const;
export type Decision = (typeof decisions)[number];
export const outcomes = [...decisions, 'withdrawn'] as const;
export type Outcome = (typeof outcomes)[number];

/** Letters in the words of a complaint, and in those of its decision. */
export const words_max = 4_000;

/** More questions than a maker is ever asked about one complaint. */
export const questions_bound = 20;

/** Who took a step: the shopper, the desk, or the clock. */
export const stepMakers = ['shopper', 'desk', 'bazaar'] as const;
export type StepMaker = (typeof stepMakers)[number];

export function madeBy(actor: { personId: string | null }, complaint: { person_id: string }): StepMaker {
  if (actor.personId === null) return 'bazaar';
  return actor.personId === complaint.person_id ? 'shopper' : 'desk';
}
