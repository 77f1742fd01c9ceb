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
import { grievancesMakerAskedEn } from '../grievances.maker_asked.en.js';
import { grievancesMakerAskedHi } from '../grievances.maker_asked.hi.js';
import { grievancesMakerAnsweredEn } from '../grievances.maker_answered.en.js';
import { grievancesMakerAnsweredHi } from '../grievances.maker_answered.hi.js';
import { grievancesMakerSilentEn } from '../grievances.maker_silent.en.js';
import { grievancesMakerSilentHi } from '../grievances.maker_silent.hi.js';

export const grievances: WordingsOf<'grievances'> = {
  'grievances.raised': { en: grievancesRaisedEn, hi: grievancesRaisedHi },
  'grievances.acknowledged': { en: grievancesAcknowledgedEn, hi: grievancesAcknowledgedHi },
  'grievances.resolved': { en: grievancesResolvedEn, hi: grievancesResolvedHi },
  'grievances.reopened': { en: grievancesReopenedEn, hi: grievancesReopenedHi },
  'grievances.waits': { en: grievancesWaitsEn, hi: grievancesWaitsHi },
  'grievances.escalated': { en: grievancesEscalatedEn, hi: grievancesEscalatedHi },
  'grievances.breached': { en: grievancesBreachedEn, hi: grievancesBreachedHi },
  'grievances.maker_asked': { en: grievancesMakerAskedEn, hi: grievancesMakerAskedHi },
  'grievances.maker_answered': { en: grievancesMakerAnsweredEn, hi: grievancesMakerAnsweredHi },
  'grievances.maker_silent': { en: grievancesMakerSilentEn, hi: grievancesMakerSilentHi },
};
