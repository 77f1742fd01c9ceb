import type { MsmeLimits } from '#policy';
import type { StartupAnswer } from '../ports/startup-register.js';
import type { UdyamAnswer } from '../ports/udyam-register.js';
import { enterpriseSize, type EnterpriseSize } from './enterprise-size.js';
import { nameLikeness_bp } from './name-match.js';

/** What gives a seller a preference in public purchases; none of it is ever self-typed. @rule */
export const preferenceFlags = ['enterprise', 'mse', 'women', 'sc_st', 'startup'] as const;
export type PreferenceFlag = (typeof preferenceFlags)[number];
export const proofRegisters = ['udyam', 'dpiit'] as const;
export type ProofRegister = (typeof proofRegisters)[number];

export interface ProvedFlag {
  flag: PreferenceFlag;
  size: EnterpriseSize | null;
}

/** Below this likeness a registration is somebody else's. */
export interface OwnName {
  name: string;
  pass_bp: number;
}

const isOwn = (found: string, { name, pass_bp }: OwnName): boolean => nameLikeness_bp(found, name) >= pass_bp;

/**
 * What a Udyam registration proves, by the limits of the day: the size; for micro and small makers and servants (not
 * traders) the preference of MSEs, and among them that of women and of SC/ST owners.
 * @rule 
 */
export function provedByUdyam(answer: UdyamAnswer, limits: MsmeLimits, own: OwnName): ProvedFlag[] {
  if (!answer.found || answer.status !== 'active' || !isOwn(answer.name, own)) return [];
  const size = enterpriseSize(answer, limits);
  if (size === null) return [];
  const proved: ProvedFlag[] = [{ flag: 'enterprise', size }];
  if (size === 'medium' || answer.activity === 'trading') return proved;
  proved.push({ flag: 'mse', size });
  if (answer.womenOwned) proved.push({ flag: 'women', size });
  if (answer.socialCategory === 'sc' || answer.socialCategory === 'st') proved.push({ flag: 'sc_st', size });
  return proved;
}

/** What a recognition as startup proves. @param today  a legal day @rule */
export function provedByStartup(answer: StartupAnswer, today: string, own: OwnName): ProvedFlag[] {
  if (!answer.found || answer.status !== 'recognised' || answer.validTo < today || !isOwn(answer.name, own)) return [];
  return [{ flag: 'startup', size: null }];
}
