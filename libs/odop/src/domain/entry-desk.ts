/** The office somebody acts for, as the register of organisations has it. */
export interface Office {
  kind: string;
  district_id: string | null;
  state_code: string | null;
}

/** Steps people take; `publish` and `succeed` are the clock's, `propose_change` makes a new version. */
export const officerSteps = [
  'propose',
  'propose_change',
  'edit',
  'attach_evidence',
  'complete_dossier',
  'approve',
  'return',
  'reject',
  'confirm',
  'query',
  'suspend',
  'resume',
  'withdraw',
  'correct_gi',
  'change_district',
  'ask_withdrawal',
] as const;
export type OfficerStep = (typeof officerSteps)[number];

type Level = 'district' | 'state' | 'national';

/** Who decides what: District → State → national programme desk. @rule SM-2 */
const deciders: Readonly<Record<OfficerStep, readonly Level[]>> = {
  propose: ['district', 'state', 'national'],
  propose_change: ['district', 'state', 'national'],
  edit: ['district', 'state'],
  attach_evidence: ['district', 'state', 'national'],
  complete_dossier: ['district', 'state'],
  approve: ['state'],
  return: ['state'],
  reject: ['state'],
  confirm: ['national'],
  query: ['national'],
  suspend: ['state', 'national'],
  resume: ['state', 'national'],
  withdraw: ['national'],
  correct_gi: ['state', 'national'],
  change_district: ['national'],
  ask_withdrawal: ['state'],
};

/** Whether this office decides that step for a product of that place. @rule S-42 */
export function mayDecide(
  step: OfficerStep,
  office: Office | null,
  place: { district_id: string; state_code: string },
): boolean {
  const level = levelOf(office, place);
  return level !== null && deciders[step].includes(level);
}

function levelOf(office: Office | null, place: { district_id: string; state_code: string }): Level | null {
  if (office === null) return null;
  if (office.kind === 'platform') return 'national';
  if (office.kind === 'state_nodal' && office.state_code === place.state_code) return 'state';
  if (office.kind === 'district_nodal' && office.district_id === place.district_id) return 'district';
  return null;
}

/** Steps whose decider may not be the one who took the step before: two people, two looks. */
export const secondPair: Partial<Readonly<Record<OfficerStep, string>>> = {
  approve: 'complete_dossier',
  confirm: 'approve',
};
