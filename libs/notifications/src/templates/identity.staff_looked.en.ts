import type { Wordings } from '../domain/wordings.js';

export const identityStaffLookedEn: Wordings<'identity.staff_looked'> = {
  person: {
    subject: 'Our staff looked at your account',
    text: 'A member of our staff looked at your account on {at}, reading only. The reason stands in the list of your sign-ins.',
    sms: 'ODOP Bazaar: our staff looked at your account on {at}, reading only. The reason stands in the list of your sign-ins.',
  },
};
