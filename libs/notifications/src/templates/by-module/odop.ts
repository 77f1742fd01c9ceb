import type { WordingsOf } from '../../domain/wordings.js';
import { odopEntryHandedOnEn } from '../odop.entry_handed_on.en.js';
import { odopEntryHandedOnHi } from '../odop.entry_handed_on.hi.js';
import { odopEntryOverdueEn } from '../odop.entry_overdue.en.js';
import { odopEntryOverdueHi } from '../odop.entry_overdue.hi.js';
import { odopWithdrawalAskedEn } from '../odop.withdrawal_asked.en.js';
import { odopWithdrawalAskedHi } from '../odop.withdrawal_asked.hi.js';
import { odopEntrySuspendedEn } from '../odop.entry_suspended.en.js';
import { odopEntrySuspendedHi } from '../odop.entry_suspended.hi.js';
import { odopEntryRetiredEn } from '../odop.entry_retired.en.js';
import { odopEntryRetiredHi } from '../odop.entry_retired.hi.js';

export const odop: WordingsOf<'odop'> = {
  'odop.entry_handed_on': { en: odopEntryHandedOnEn, hi: odopEntryHandedOnHi },
  'odop.entry_overdue': { en: odopEntryOverdueEn, hi: odopEntryOverdueHi },
  'odop.withdrawal_asked': { en: odopWithdrawalAskedEn, hi: odopWithdrawalAskedHi },
  'odop.entry_suspended': { en: odopEntrySuspendedEn, hi: odopEntrySuspendedHi },
  'odop.entry_retired': { en: odopEntryRetiredEn, hi: odopEntryRetiredHi },
};
