import { domainErrors } from '#platform/kernel';

export const { fail } = domainErrors('odop', {
  pincode_unknown: {
    status: 422,
    rule: 'R-4.26',
    says: (f: { pincode: string }) => `PIN code ${f.pincode} is not in the directory.`,
    next: 'Check the six digits; a new post office can be added by an administrator.',
  },
  pincode_in_other_state: {
    status: 422,
    rule: 'R-4.26',
    says: (f: { pincode: string; stated: string; found: string }) =>
      `PIN code ${f.pincode} is in ${f.found}, the address says ${f.stated}.`,
    next: 'Correct the PIN code or the State.',
  },
});
