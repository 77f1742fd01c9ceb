import type { WordingsOf } from '../../domain/wordings.js';
import { identityPasswordChangedEn } from '../identity.password_changed.en.js';
import { identityPasswordChangedHi } from '../identity.password_changed.hi.js';
import { identityPasswordGuessedEn } from '../identity.password_guessed.en.js';
import { identityPasswordGuessedHi } from '../identity.password_guessed.hi.js';
import { identitySessionRevokedEn } from '../identity.session_revoked.en.js';
import { identitySessionRevokedHi } from '../identity.session_revoked.hi.js';
import { identityContactChangedEn } from '../identity.contact_changed.en.js';
import { identityContactChangedHi } from '../identity.contact_changed.hi.js';
import { identitySecondFactorRemovedEn } from '../identity.second_factor_removed.en.js';
import { identitySecondFactorRemovedHi } from '../identity.second_factor_removed.hi.js';
import { identityStaffLookedEn } from '../identity.staff_looked.en.js';
import { identityStaffLookedHi } from '../identity.staff_looked.hi.js';
import { identityMemberInvitedEn } from '../identity.member_invited.en.js';
import { identityMemberInvitedHi } from '../identity.member_invited.hi.js';
import { identityErasureAskedEn } from '../identity.erasure_asked.en.js';
import { identityErasureAskedHi } from '../identity.erasure_asked.hi.js';
import { identityDelegationGivenEn } from '../identity.delegation_given.en.js';
import { identityDelegationGivenHi } from '../identity.delegation_given.hi.js';
import { identityDelegationEndedEn } from '../identity.delegation_ended.en.js';
import { identityDelegationEndedHi } from '../identity.delegation_ended.hi.js';

export const identity: WordingsOf<'identity'> = {
  'identity.password_changed': { en: identityPasswordChangedEn, hi: identityPasswordChangedHi },
  'identity.password_guessed': { en: identityPasswordGuessedEn, hi: identityPasswordGuessedHi },
  'identity.session_revoked': { en: identitySessionRevokedEn, hi: identitySessionRevokedHi },
  'identity.contact_changed': { en: identityContactChangedEn, hi: identityContactChangedHi },
  'identity.second_factor_removed': { en: identitySecondFactorRemovedEn, hi: identitySecondFactorRemovedHi },
  'identity.staff_looked': { en: identityStaffLookedEn, hi: identityStaffLookedHi },
  'identity.member_invited': { en: identityMemberInvitedEn, hi: identityMemberInvitedHi },
  'identity.erasure_asked': { en: identityErasureAskedEn, hi: identityErasureAskedHi },
  'identity.delegation_given': { en: identityDelegationGivenEn, hi: identityDelegationGivenHi },
  'identity.delegation_ended': { en: identityDelegationEndedEn, hi: identityDelegationEndedHi },
};
