import { Option } from 'commander';

/** What every command understands. */
export interface Asked {
  json: boolean;
}

/** What every command that changes something understands as well. */
export interface AskedChange extends Asked {
  dryRun: boolean;
  reason?: string;
}

export const json = (): Option => new Option('--json', 'machine-readable answer').default(false);

export const dryRun = (): Option =>
  new Option('--dry-run', 'do it, tell what came out, and take it back').default(false);

/** @param needed  for what concerns persons and keys, where the trail must say why */
export const reason = (needed: 'needed' | 'welcome'): Option =>
  new Option('--reason <why>', 'reason for the audit trail').makeOptionMandatory(needed === 'needed');
