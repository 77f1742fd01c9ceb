import { final, states, type Machine } from '#platform/kernel';

/** The life of a buyer's review, from the invitation that comes with the delivered line of an order. @rule */
export const reviewStates = states('The review', 'invited', {
  invited: {
    waitsFor: 'shopper',
    on: { publish: 'published', hold: 'held', lapse: 'lapsed' },
    lapses: ['review.write_days', 'lapse', 'R-9.3'],
  },
  published: {
    waitsFor: 'nobody',
    on: { publish: 'published', hold: 'held', refuse: 'refused', withdraw: 'withdrawn' },
  },
  held: {
    waitsFor: 'district officer',
    on: { publish: 'published', hold: 'held', refuse: 'refused', withdraw: 'withdrawn' },
    alarms: ['review.decide_days', 'state nodal officer', 'R-9.3'],
  },
  refused: {
    waitsFor: 'shopper',
    on: { hold: 'held', withdraw: 'withdrawn', lapse: 'lapsed' },
    lapses: ['review.rewrite_days', 'lapse', 'R-9.3'],
  },
  withdrawn: final,
  lapsed: final,
});

export type ReviewState = (typeof reviewStates.names)[number];
export type ReviewEvent = typeof reviewStates extends Machine<ReviewState, infer E> ? E : never;

/** The author still has words of hers in it. */
export const isWritten = (state: ReviewState): boolean => ['published', 'held', 'refused'].includes(state);

export const answerStates = ['published', 'held', 'refused'] as const;
export const caseStates = ['waiting', 'upheld', 'dismissed', 'void'] as const;
export type CaseAbout = 'review' | 'answer';
