import type { WordingsOf } from '../../domain/wordings.js';
import { fulfilmentCentreWaitsEn } from '../fulfilment.centre_waits.en.js';
import { fulfilmentCentreWaitsHi } from '../fulfilment.centre_waits.hi.js';
import { fulfilmentTakenInEn } from '../fulfilment.taken_in.en.js';
import { fulfilmentTakenInHi } from '../fulfilment.taken_in.hi.js';
import { fulfilmentPickupBookedEn } from '../fulfilment.pickup_booked.en.js';
import { fulfilmentPickupBookedHi } from '../fulfilment.pickup_booked.hi.js';
import { fulfilmentPickupMissedEn } from '../fulfilment.pickup_missed.en.js';
import { fulfilmentPickupMissedHi } from '../fulfilment.pickup_missed.hi.js';
import { fulfilmentPickupEndedEn } from '../fulfilment.pickup_ended.en.js';
import { fulfilmentPickupEndedHi } from '../fulfilment.pickup_ended.hi.js';
import { fulfilmentDispatchedEn } from '../fulfilment.dispatched.en.js';
import { fulfilmentDispatchedHi } from '../fulfilment.dispatched.hi.js';
import { fulfilmentAttemptFailedEn } from '../fulfilment.attempt_failed.en.js';
import { fulfilmentAttemptFailedHi } from '../fulfilment.attempt_failed.hi.js';
import { fulfilmentReturnWaitsEn } from '../fulfilment.return_waits.en.js';
import { fulfilmentReturnWaitsHi } from '../fulfilment.return_waits.hi.js';
import { fulfilmentTakenAnywayEn } from '../fulfilment.taken_anyway.en.js';
import { fulfilmentTakenAnywayHi } from '../fulfilment.taken_anyway.hi.js';
import { fulfilmentSlotMissedEn } from '../fulfilment.slot_missed.en.js';
import { fulfilmentUnservedEn } from '../fulfilment.unserved.en.js';
import { fulfilmentSlotMissedHi } from '../fulfilment.slot_missed.hi.js';
import { fulfilmentUnservedHi } from '../fulfilment.unserved.hi.js';
import { fulfilmentTrackingBrokenEn } from '../fulfilment.tracking_broken.en.js';
import { fulfilmentTrackingBrokenHi } from '../fulfilment.tracking_broken.hi.js';
import { fulfilmentWaitsEn } from '../fulfilment.waits.en.js';
import { fulfilmentWaitsHi } from '../fulfilment.waits.hi.js';
import { fulfilmentDeliveredEn } from '../fulfilment.delivered.en.js';
import { fulfilmentDeliveredHi } from '../fulfilment.delivered.hi.js';

export const fulfilment: WordingsOf<'fulfilment'> = {
  'fulfilment.centre_waits': { en: fulfilmentCentreWaitsEn, hi: fulfilmentCentreWaitsHi },
  'fulfilment.taken_in': { en: fulfilmentTakenInEn, hi: fulfilmentTakenInHi },
  'fulfilment.pickup_booked': { en: fulfilmentPickupBookedEn, hi: fulfilmentPickupBookedHi },
  'fulfilment.pickup_missed': { en: fulfilmentPickupMissedEn, hi: fulfilmentPickupMissedHi },
  'fulfilment.pickup_ended': { en: fulfilmentPickupEndedEn, hi: fulfilmentPickupEndedHi },
  'fulfilment.dispatched': { en: fulfilmentDispatchedEn, hi: fulfilmentDispatchedHi },
  'fulfilment.attempt_failed': { en: fulfilmentAttemptFailedEn, hi: fulfilmentAttemptFailedHi },
  'fulfilment.return_waits': { en: fulfilmentReturnWaitsEn, hi: fulfilmentReturnWaitsHi },
  'fulfilment.taken_anyway': { en: fulfilmentTakenAnywayEn, hi: fulfilmentTakenAnywayHi },
  'fulfilment.slot_missed': { en: fulfilmentSlotMissedEn, hi: fulfilmentSlotMissedHi },
  'fulfilment.unserved': { en: fulfilmentUnservedEn, hi: fulfilmentUnservedHi },
  'fulfilment.tracking_broken': { en: fulfilmentTrackingBrokenEn, hi: fulfilmentTrackingBrokenHi },
  'fulfilment.waits': { en: fulfilmentWaitsEn, hi: fulfilmentWaitsHi },
  'fulfilment.delivered': { en: fulfilmentDeliveredEn, hi: fulfilmentDeliveredHi },
};
