import type { Role } from '#identity';
import type { Asked, AskedChange } from '../options.js';

export interface AskedList extends Asked {
  role?: Role;
  state?: 'active' | 'suspended' | 'erased';
  organisation?: string;
  after?: string;
  limit: number;
}
export interface AskedShow extends Asked {
  unmask: boolean;
  reason?: string;
}
export interface AskedGrant extends AskedChange {
  role: Role;
  organisation?: string;
  reason: string;
}
export type AskedOfPerson = AskedChange & { reason: string };
