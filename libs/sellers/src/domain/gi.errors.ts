import { domainErrors } from '#platform/kernel';

/** Refusals about GIs and the products of a maker. */
export const { fail } = domainErrors('sellers', {
  gi_not_registered: {
    status: 422,
    rule: 'R-7.3',
    says: (f: { gi: string }) => `"${f.gi}" is not in the GI register.`,
    next: 'Look it up at GET /v1/public/gi?text=….',
  },
  gi_not_of_her_state: {
    status: 422,
    rule: 'R-7.3',
    says: (f: { gi: string }) => `The area of "${f.gi}" does not reach into the maker’s State.`,
  },
  gi_validity_backwards: {
    status: 422,
    rule: 'R-7.3',
    says: () => 'The certificate ends before it begins.',
  },
  gi_number_taken: {
    status: 409,
    rule: 'R-7.3',
    says: () => 'This certificate belongs to another maker, or is claimed already.',
    next: 'Check the number on the certificate; your officer can compare both.',
  },
  gi_authorisation_unknown: {
    status: 404,
    rule: 'R-7.3',
    says: () => 'This maker has claimed no such certificate.',
  },
  gi_authorisation_decided: {
    status: 409,
    rule: 'R-7.3',
    says: (f: { state: string }) => `This certificate is ${f.state} already.`,
  },
  product_not_of_her_district: {
    status: 422,
    rule: 'R-7.2',
    says: (f: { entryId: string }) => `${f.entryId} is no product that is listed for the maker’s district.`,
    next: 'Look them up at GET /v1/public/odop-entries?district=….',
  },
});
