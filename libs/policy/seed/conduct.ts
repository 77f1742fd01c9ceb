import { count, days, hours, json, months } from '../src/domain/definition.js';
import { buyerRatingWeights, incidentPoints, sellerRatingWeights, suspensionTable } from '../src/domain/shapes.js';
import { always, decided, from, known, read } from './evidence.js';

/** How people behave and what follows: incidents, suspension, appeal, ratings. */
export const conduct = {
  'incident.resolve_days': days(
    'R-3.16',
    'Days in which both sides may settle an incident before it can be escalated.',
    from('2025-01-01', 7, read('S9')),
  ),
  'incident.admin_escalate_hours': hours(
    'R-3.16',
    'Hours after which an incident opened by the platform escalates by itself.',
    always(48, read('S9', 'S10b')),
  ),
  'incident.untaken_max': count(
    'R-3.1',
    'Contracts a seller may decline or leave unanswered within the time of repetition before the platform raises an incident.',
    always(2, decided('S9')),
  ),
  'incident.files_max': count('S-52', 'Files a side hands in with one incident.', always(10, decided())),
  'incident.files_keep_days': days(
    'S-66',
    'Days for which files of an incident are kept at least, and until it has ended.',
    always(1_095, decided()),
  ),
  'scn.reply_days': days(
    'R-3.16',
    'Calendar days in which a party answers a show-cause notice.',
    from('2025-01-01', 5, read('S11')),
  ),
  'scn.silent_days': days(
    'R-3.16',
    'Days of silence after a show-cause notice when a decision may be taken without an answer.',
    from('2025-01-01', 10, read('S11')),
  ),
  'incident.suspension': json(
    suspensionTable,
    'R-3.17',
    'Days of suspension by severity and repetition; 0 is a warning.',
    always(
      {
        mild: { first_days: 0, second_days: 7, third_days: 15, third_removes: false },
        serious: { first_days: 15, second_days: 30, third_days: 60, third_removes: false },
        severe: { first_days: 30, second_days: 90, third_days: 180, third_removes: false },
        grave: { first_days: 180, second_days: 365, third_days: 730, third_removes: true },
      },
      decided('S9b', 'S10', 'S11'),
    ),
  ),
  'incident.repeat_months': months(
    'R-3.17',
    'Months in which an earlier fault of the same level counts as a repetition.',
    always(12, decided()),
  ),
  'incident.appeal_days': days('R-3.18', 'Days in which a decision may be appealed.', always(30, known())),
  'incident.appeals_max': count('R-3.18', 'Appeals against one decision.', always(1, known())),
  'rating.window_months': months('R-3.19', 'Months looked back when a rating is worked out.', always(12, decided())),
  'rating.new_below_orders': count(
    'R-3.19',
    'With fewer orders than this a buyer is shown as new instead of rated.',
    always(5, decided()),
  ),
  'rating.top_score': count('R-3.19', 'Best score of a factor and of a rating.', always(5, decided())),
  'rating.buyer.weights': json(
    buyerRatingWeights,
    'R-3.19',
    'What counts in the rating of a buyer, and how much.',
    always({ bid_closure_bp: 1_500, order_placing_bp: 1_500, acceptance_bp: 3_000, payment_bp: 4_000 }, read('S60')),
  ),
  'rating.buyer.bid_closure_days': days(
    'R-3.19',
    'Days after the end of submissions in which closing a bid counts as timely.',
    always(21, read('S60')),
  ),
  'rating.seller.weights': json(
    sellerRatingWeights,
    'R-3.19',
    'What counts in the rating of a seller, and how much.',
    always(
      { reliability_bp: 2_500, quality_bp: 2_500, coverage_bp: 1_000, timely_bp: 3_000, incidents_bp: 1_000 },
      decided('S17', 'S60'),
    ),
  ),
  'rating.seller.coverage_listings': count(
    'R-3.19',
    'Listings with stock that give a seller the full score for coverage.',
    always(5, decided()),
  ),
  'rating.seller.incident_points': json(
    incidentPoints,
    'R-3.19',
    'Tenths of a point a seller loses for each upheld incident of the last year.',
    always({ mild_tenths: 5, serious_tenths: 15, severe_tenths: 30, grave_tenths: 50 }, decided()),
  ),
};
