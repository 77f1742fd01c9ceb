import { domainErrors } from '#platform/kernel';

export const { fail } = domainErrors('sellers', {
  seller_unknown: { status: 404, says: () => 'There is no such seller.' },
  application_open: {
    status: 409,
    rule: 'SM-1',
    says: (f: { sellerId: string; state: string }) => `You already have a seller account, it is ${f.state}.`,
    next: 'Go on with that one.',
  },
  reapply_too_soon: {
    status: 422,
    rule: 'SM-1',
    says: (f: { from: string }) => `An earlier application was rejected; a new one is possible from ${f.from}.`,
  },
  district_unknown: { status: 422, rule: 'R-4.29a', says: () => 'There is no such district.' },
  pincode_in_other_district: {
    status: 422,
    rule: 'R-4.26',
    says: (f: { pincode: string; found: string }) => `PIN code ${f.pincode} lies in the district ${f.found}.`,
    next: 'Correct the PIN code or the district.',
  },
  evidence_closed: {
    status: 409,
    rule: 'SM-1',
    says: (f: { state: string }) => `The application is ${f.state}: its papers cannot be changed now.`,
  },
  evidence_not_asked: {
    status: 422,
    rule: 'R-4.1',
    says: (f: { kind: string; class: string }) => `${f.kind} is no part of the papers of a ${f.class}.`,
  },
  evidence_malformed: {
    status: 422,
    rule: 'R-4.20',
    says: (f: { kind: string; member: string; fault: string; why: string }) =>
      `The ${f.member} of ${f.kind} cannot be right: ${f.why}.`,
    next: 'Compare it with the paper, character by character.',
  },
  evidence_expired: {
    status: 422,
    rule: 'R-4.28',
    says: (f: { kind: string; expired: string }) => `The ${f.kind} ended on ${f.expired}.`,
    next: 'Renew it first.',
  },
  evidence_missing: {
    status: 422,
    rule: 'R-4.1',
    says: (f: { missing: readonly string[] }) => `These papers are still missing: ${f.missing.join(', ')}.`,
  },
  evidence_unverified: {
    status: 422,
    rule: 'SM-1',
    says: (f: { unverified: readonly string[] }) =>
      `No machine could check these papers, and the officer has not confirmed them: ${f.unverified.join(', ')}.`,
    next: 'Compare each with the original and name it as confirmed, or ask the applicant.',
  },
  evidence_used_elsewhere: {
    status: 409,
    rule: 'R-4.29d',
    says: () => 'One of these numbers already belongs to another verified seller.',
    next: 'Compare the papers of both.',
  },
  document_unknown: { status: 404, rule: 'S-42', says: () => 'There is no such document.' },
  document_not_scanned: {
    status: 409,
    rule: 'S-58',
    says: () => 'This document was not looked at by the virus scanner yet.',
    next: 'Try again in a minute.',
  },
  document_infected: {
    status: 410,
    rule: 'S-58',
    says: () => 'The virus scanner refused this document; it is destroyed.',
    next: 'Ask for another photo or scan of the paper.',
  },
  document_relied_on: {
    status: 409,
    rule: 'SM-1',
    says: () => 'On this document an approval, an accepted renewal or the consent of a member stands: it is kept.',
    next: 'Add the new one beside it.',
  },
  too_many_documents: {
    status: 409,
    rule: 'S-52',
    says: (f: { kind: string; most: number }) => `There are ${f.most} documents of ${f.kind} already.`,
    next: 'Replace one of them, or send its pages as one PDF.',
  },
  preference_needs_paper: {
    status: 422,
    rule: 'R-4.3',
    says: (f: { register: string }) => `There is no ${f.register} number of yours that its register knows.`,
    next: 'Add the paper with its number first.',
  },
  preference_code_refused: {
    status: 422,
    rule: 'R-4.3',
    says: () => 'This code is not right, or its time is over.',
    next: 'Ask for another one.',
  },
  register_silent: {
    status: 503,
    rule: 'R-4.3',
    says: () => 'The register does not answer now.',
    next: 'Try again in a few minutes.',
  },
  duplicate_unknown: { status: 404, rule: 'S-42', says: () => 'There is no such match.' },
  duplicate_decided: {
    status: 409,
    rule: 'S-28',
    says: (f: { state: string }) => `This match was ${f.state} already.`,
  },
  duplicate_confirmed: {
    status: 409,
    rule: 'SM-1',
    says: () => 'An officer confirmed that this is a seller who is here already.',
    next: 'Reject the application, or ask for information.',
  },
  members_not_kept: {
    status: 409,
    rule: 'R-4.1',
    says: (f: { class: string }) => `A seller of the class ${f.class} has no members.`,
  },
  member_unknown: { status: 404, rule: 'S-42', says: () => 'There is no such member.' },
  member_dates_unfit: {
    status: 422,
    rule: 'R-4.1',
    says: (f: { why: string }) => `These days cannot be right: ${f.why}.`,
  },
  member_has_share: {
    status: 409,
    rule: 'R-4.1',
    says: () => 'She still has a share from that day on.',
    next: 'Set the shares anew first.',
  },
  member_has_no_mobile: {
    status: 409,
    rule: 'R-4.1',
    says: () => 'No mobile of hers is written down.',
    next: 'Let a delegate scan the paper on which she agrees.',
  },
  members_not_asked_yet: {
    status: 409,
    rule: 'R-4.1',
    says: (f: { state: string }) => `The application is ${f.state}: members are sent codes once an officer has it.`,
    next: 'Hand the application in first.',
  },
  consent_given: { status: 409, rule: 'R-4.1', says: () => 'She agreed already.' },
  paper_consent_by_delegate: {
    status: 403,
    rule: 'R-4.1',
    says: () => 'A consent on paper is handed in by a delegate who has seen it signed.',
    next: 'Send her a code, or ask your delegate.',
  },
  shares_unfit: {
    status: 422,
    rule: 'R-4.1',
    says: (f: { why: string }) => `These shares cannot hold: ${f.why}.`,
  },
  own_application: {
    status: 403,
    rule: 'S-28',
    says: () => 'Nobody decides on her own application.',
  },
});
