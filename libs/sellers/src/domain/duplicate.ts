import type { Evidence } from './evidence.js';

/** What two sellers can have in common that makes an officer look. */
export const traceKinds = ['pan', 'bank_account', 'mobile', 'device'] as const;
export type TraceKind = (typeof traceKinds)[number];

export const duplicateStates = ['open', 'cleared', 'confirmed'] as const;
export type DuplicateState = (typeof duplicateStates)[number];

/** A value by which a seller could be met again; hashed before it is written. */
export interface Trace {
  kind: TraceKind;
  value: string;
}

/**
 * What an application leaves by which the same people could be met again. Neighbours share a telephone, a couple an
 * account: a meeting is shown to the officer and stops nobody.
 * @param mobile  of who applied
 */
export function tracesOf(papers: readonly Evidence[], mobile: string | null): Trace[] {
  const found = papers.flatMap((paper): Trace[] => {
    if (paper.kind === 'pan') return [{ kind: 'pan', value: paper.pan }];
    if (paper.kind === 'bank_account') return [{ kind: 'bank_account', value: `${paper.ifsc}/${paper.account}` }];
    return [];
  });
  return mobile === null ? found : [...found, { kind: 'mobile', value: mobile }];
}

/** How long it is known from which device an application came. @rule S-66 */
export const deviceKept_days = 180;

/** A family shares a telephone; a device from which more have applied belongs to a service centre and says nothing. */
const ofOneDevice_max = 3;

/**
 * Whether a device is kept with an application: the applicant's own, never that of somebody who helps her.
 * @param delegateId  of who acts in her place
 * @rule S-30 S-66
 */
export const keepsDevice = (device: string | null, delegateId: string | null): device is string =>
  device !== null && delegateId === null;

/** Whether what somebody has in common with so many others says anything of one of them. @param others  sellers with the same trace */
export const saysSomething = (kind: TraceKind, others: number): boolean =>
  kind !== 'device' || others <= ofOneDevice_max;
