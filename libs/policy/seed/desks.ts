import { count, days, hours, minutes } from '../src/domain/definition.js';
import { always, decided } from './evidence.js';

/** How long each state may last before the desk that answers for it is told, so that nothing waits for ever unseen. */
export const desks = {
  'listing.review_days': days(
    'SM-3',
    'Days in which a listing is reviewed before the State officer is told.',
    always(7, decided()),
  ),
  'report.review_days': days(
    'SM-3',
    'Days in which a report about goods is decided before the office above is told.',
    always(7, decided()),
  ),
  'review.decide_days': days(
    'R-9.3',
    'Days in which words of a review that wait for the desk are decided on before the office above is told.',
    always(3, decided()),
  ),
  'demand.alarm_days': days(
    'SM-7',
    'Days a demand may rest in one state before its buyer is reminded.',
    always(30, decided()),
  ),
  'demand.funds_alarm_hours': hours(
    'R-2.9',
    'Hours in which the payer answers whether funds are blocked before the desk is told.',
    always(24, decided()),
  ),
  'payment.processing_alarm_hours': hours(
    'SM-6',
    'Hours a payment may be under way at the provider before the desk is told.',
    always(24, decided()),
  ),
  'payment.release_alarm_days': days(
    'SM-6',
    'Days captured money may wait for its release before the desk is told.',
    always(45, decided()),
  ),
  'payment.dispute_alarm_days': days(
    'SM-6',
    'Days a dispute may be open before the desk is told.',
    always(7, decided()),
  ),
  'payment.settle_alarm_days': days(
    'SM-6',
    'Days released money may wait for its settlement before the desk is told.',
    always(3, decided()),
  ),
  'payout.alarm_hours': hours(
    'R-8.7',
    'Hours a payout may be on its way before the desk is told.',
    always(48, decided()),
  ),
  'refund.manual_alarm_hours': hours(
    'SM-6',
    'Hours a refund that needs a person may wait for one.',
    always(24, decided()),
  ),
  'retail.late_capture_days': days(
    'S-5',
    'Days in which a payment that came too late is still looked for.',
    always(7, decided()),
  ),
  'retail.pack_alarm_days': days(
    'SM-4',
    'Days in which a confirmed order is packed and handed over before the desk is told.',
    always(3, decided()),
  ),
  'retail.delivery_alarm_days': days(
    'SM-4',
    'Days on the way after which the desk looks for an order.',
    always(15, decided()),
  ),
  'retail.return_transit_days': days(
    'SM-4',
    'Days after the approval of a return after which the payments desk is told that nothing came back, and may decide.',
    always(15, decided()),
  ),
  'shipment.booking_alarm_hours': hours(
    'SM-5',
    'Hours in which a courier is booked before the desk is told.',
    always(24, decided()),
  ),
  'shipment.dispatch_alarm_days': days(
    'SM-5',
    'Days in which a parcel is picked up before the desk is told.',
    always(3, decided()),
  ),
  'shipment.centre_alarm_days': days(
    'SM-5',
    'Days a parcel may lie at a collection centre before its keepers, its maker and the desk are told.',
    always(2, decided()),
  ),
  'shipment.delivery_alarm_days': days(
    'SM-5',
    'Days on the way after which the desk looks for a parcel.',
    always(15, decided()),
  ),
  'message.queued_alarm_hours': hours(
    'S-14',
    'Hours a message may wait for its provider before the operations desk is told.',
    always(2, decided()),
  ),
  'message.failed_alarm_days': days(
    'S-14',
    'Days a message that could not be sent may lie before the operations desk is told.',
    always(1, decided()),
  ),
  'message.fallback_minutes': minutes(
    'S-14',
    'Minutes after which a WhatsApp message that has not arrived is sent as an SMS.',
    always(15, decided()),
  ),
  'message.digest_hour': count(
    'S-14',
    'Hour of the Indian clock at which news is told that readers asked to hear together, each day or each Sunday.',
    always(18, decided()),
  ),
  'message.quiet_from_hour': count(
    'S-14',
    'Hour of the Indian clock from which SMS that need consent wait for the morning.',
    always(21, decided()),
  ),
  'message.quiet_to_hour': count(
    'S-14',
    'Hour of the Indian clock from which SMS that need consent are sent again.',
    always(9, decided()),
  ),
  'message.keep_days': days(
    'S-66',
    'Days a message stays in its reader’s inbox and among what was sent: as long as the law keeps logs, so that who was told what can be proved.',
    always(366, decided()),
  ),
  'odop.evidence_keep_days': days(
    'S-66',
    'Days for which the papers of an ODOP entry are kept after it was refused or taken off the list.',
    always(1_095, decided()),
  ),
  'odop.review_alarm_days': days(
    'SM-2',
    'Days an ODOP entry may rest on one desk before the desk above is told.',
    always(30, decided()),
  ),
  'odop.suspended_alarm_days': days(
    'SM-2',
    'Days an ODOP entry may stay suspended before the programme desk looks at it again.',
    always(90, decided()),
  ),
  'incident.desk_days': days(
    'SM-9',
    'Days an incident may lie on a desk before its officers are reminded.',
    always(5, decided()),
  ),
  'seller.moratorium_alarm_days': days(
    'SM-1',
    'Days a moratorium may last before the incident desk is reminded.',
    always(15, decided()),
  ),
  'seller.suspended_alarm_days': days(
    'SM-1',
    'Days a suspension may last before the incident desk looks at it again.',
    always(180, decided()),
  ),
};
