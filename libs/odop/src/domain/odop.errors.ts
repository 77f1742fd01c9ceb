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
  odop_entry_not_found: {
    status: 404,
    rule: 'SM-2',
    says: () => 'There is no such ODOP entry.',
    next: 'Look it up at GET /v1/admin/odop-entries.',
  },
  outside_your_desk: {
    status: 403,
    rule: 'R-7.2',
    says: (f: { step: string; place: string }) => `Your office does not decide "${f.step}" for ${f.place}.`,
    next: 'The district proposes, its State approves, the national programme desk confirms.',
  },
  evidence_unknown: {
    status: 404,
    rule: 'SM-2',
    says: () => 'There is no such paper in this dossier.',
    next: 'Name the paper in the dossier first (PATCH /v1/admin/odop-entries/{id}), then upload it.',
  },
  evidence_file_unknown: {
    status: 404,
    rule: 'S-58',
    says: () => 'There is no such file among the papers of this entry.',
  },
  evidence_file_not_scanned: {
    status: 409,
    rule: 'S-58',
    says: () => 'The virus scanner has not looked at this paper yet.',
    next: 'Try again in a few minutes.',
  },
  evidence_file_infected: {
    status: 410,
    rule: 'S-58',
    says: () => 'This paper carried a virus and was destroyed.',
    next: 'Scan the original again on another device, and upload it anew.',
  },
  too_many_evidence_files: {
    status: 409,
    rule: 'S-52',
    says: (f: { most: number }) => `Of one paper there are at most ${f.most} files.`,
    next: 'Replace one of them, or put the pages into one PDF.',
  },
  same_officer_twice: {
    status: 403,
    rule: 'R-7.2',
    says: (f: { step: string; before: string }) =>
      `Who did "${f.before}" does not decide "${f.step}": two people look.`,
    next: 'Ask a colleague of the deciding office.',
  },
  dossier_incomplete: {
    status: 422,
    rule: 'SM-2',
    says: (f: { missing: string[] }) => `The dossier lacks ${f.missing.join(', ')}.`,
    next: 'Add it with PATCH /v1/admin/odop-entries/{id}, then complete the dossier.',
  },
  district_not_listed: {
    status: 422,
    rule: 'R-4.29a',
    says: (f: { district: string }) => `There is no district "${f.district}".`,
    next: 'Look it up at GET /v1/public/districts?text=….',
  },
  district_ended: {
    status: 422,
    rule: 'R-4.29a',
    says: (f: { district: string; ended_on: string }) => `${f.district} is no district since ${f.ended_on}.`,
    next: 'Name the district that followed it.',
  },
  district_order_not_found: {
    status: 404,
    rule: 'R-7.2',
    says: () => 'There is no such order about a district.',
    next: 'Look it up at GET /v1/admin/district-orders.',
  },
  district_order_open: {
    status: 409,
    rule: 'R-7.2',
    says: (f: { orderId: string }) => `An order about this district is not settled yet: ${f.orderId}.`,
    next: 'Confirm or refuse it first, or wait for its day.',
  },
  district_order_decided: {
    status: 409,
    rule: 'R-7.2',
    says: (f: { decision: string }) => `This order was ${f.decision} already.`,
    next: 'A confirmed one that has not taken effect is refused by another officer than who confirmed it; then enter a new one.',
  },
  district_order_too_early: {
    status: 422,
    rule: 'R-7.2',
    says: (f: { district: string; since: string }) => `${f.district} is what it is since ${f.since}.`,
    next: 'Name a later day.',
  },
  district_name_taken: {
    status: 409,
    rule: 'R-4.29a',
    says: (f: { name: string; state: string }) => `"${f.name}" is a name of a district of ${f.state} already.`,
    next: 'Check the spelling of the order.',
  },
  district_lgd_taken: {
    status: 409,
    rule: 'R-4.29a',
    says: (f: { lgd: number }) => `The LGD code ${f.lgd} is another district’s.`,
    next: 'Check it in the Local Government Directory, or leave it out until it has one.',
  },
  pincode_not_of_district: {
    status: 422,
    rule: 'R-4.26',
    says: (f: { pincode: string; district: string }) =>
      `PIN code ${f.pincode} is not in ${f.district}, or named twice.`,
    next: 'Look it up at GET /v1/public/pincodes/{pincode}.',
  },
  entry_not_of_district: {
    status: 422,
    rule: 'R-7.2',
    says: (f: { entryId: string; district: string }) =>
      `${f.entryId} is no open entry of ${f.district}, or named twice.`,
    next: 'Look it up at GET /v1/public/odop-entries?district=….',
  },
  merge_into_other_state: {
    status: 422,
    rule: 'R-4.29a',
    says: (f: { district: string }) => `${f.district} is in another State.`,
    next: 'Districts are merged within their State.',
  },
  gi_unknown: {
    status: 422,
    rule: 'R-4.29b',
    says: (f: { gi: string }) => `"${f.gi}" is not in the GI register.`,
    next: 'Look it up at GET /v1/public/gi?text=….',
  },
  entry_already_listed: {
    status: 409,
    rule: 'R-7.2',
    says: (f: { product: string; district: string }) => `${f.product} is listed or proposed for ${f.district} already.`,
    next: 'Propose a change to the entry that is there.',
  },
  change_already_proposed: {
    status: 409,
    rule: 'SM-2',
    says: (f: { changeId: string }) => `A change to this entry is under way: ${f.changeId}.`,
    next: 'Wait until it is decided, or add to it while it is proposed.',
  },
  withdrawal_asked_already: {
    status: 409,
    rule: 'SM-2',
    says: () => 'The State has asked for the end of this entry already.',
    next: 'Wait for the programme desk to decide.',
  },
  withdrawal_not_asked: {
    status: 409,
    rule: 'SM-2',
    says: () => 'The State has not asked for the end of this entry.',
    next: 'A State asks with the decision "ask_withdrawal"; the programme desk decides.',
  },
  effective_day_passed: {
    status: 422,
    rule: 'SM-2',
    says: (f: { day: string; today: string }) => `${f.day} is past; an entry takes effect on ${f.today} or later.`,
    next: 'Name a day from today on.',
  },
  list_not_in_force: {
    status: 422,
    rule: 'S-60',
    says: (f: { day: string }) => `The list is in force from ${f.day}; what it leaves out is retired then, not before.`,
    next: 'Import it now without retiring, and again with it on that day; or ask for a dry run.',
  },
  list_import_running: {
    status: 409,
    rule: 'S-60',
    says: () => 'This very file is being imported already.',
    next: 'Follow the operation that was started with it.',
  },
});
