import { InvalidArgumentError, Option } from 'commander';

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
  new Option('--reason <why>', 'reason for the audit trail').argParser(whyOf).makeOptionMandatory(needed === 'needed');

const reason_length_max = 500;

function whyOf(text: string): string {
  const why = text.trim();
  if (why.length >= 3 && why.length <= reason_length_max) return why;
  throw new InvalidArgumentError(`Say why in a few words, at most ${reason_length_max} letters.`);
}
