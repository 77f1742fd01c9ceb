import type { WordingsOf } from '../../domain/wordings.js';
import { grievancesRaisedEn } from '../grievances.raised.en.js';
import { grievancesRaisedHi } from '../grievances.raised.hi.js';
import { grievancesAcknowledgedEn } from '../grievances.acknowledged.en.js';
import { grievancesAcknowledgedHi } from '../grievances.acknowledged.hi.js';
import { grievancesResolvedEn } from '../grievances.resolved.en.js';
import { grievancesResolvedHi } from '../grievances.resolved.hi.js';
import { grievancesReopenedEn } from '../grievances.reopened.en.js';
import { grievancesReopenedHi } from '../grievances.reopened.hi.js';
import { grievancesWaitsEn } from '../grievances.waits.en.js';
import { grievancesWaitsHi } from '../grievances.waits.hi.js';
import { grievancesEscalatedEn } from '../grievances.escalated.en.js';
import { grievancesEscalatedHi } from '../grievances.escalated.hi.js';
import { grievancesBreachedEn } from '../grievances.breached.en.js';
import { grievancesBreachedHi } from '../grievances.breached.hi.js';

export const grievances: WordingsOf<'grievances'> = {
  'grievances.raised': { en: grievancesRaisedEn, hi: grievancesRaisedHi },
  'grievances.acknowledged': { en: grievancesAcknowledgedEn, hi: grievancesAcknowledgedHi },
  'grievances.resolved': { en: grievancesResolvedEn, hi: grievancesResolvedHi },
  'grievances.reopened': { en: grievancesReopenedEn, hi: grievancesReopenedHi },
  'grievances.waits': { en: grievancesWaitsEn, hi: grievancesWaitsHi },
  'grievances.escalated': { en: grievancesEscalatedEn, hi: grievancesEscalatedHi },
  'grievances.breached': { en: grievancesBreachedEn, hi: grievancesBreachedHi },
};
