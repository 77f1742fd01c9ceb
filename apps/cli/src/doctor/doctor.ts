import { withDatabase, type Ask } from '../ask.js';
import { print } from '../terminal.js';
import type { Asked } from '../options.js';
import * as database from './database.checks.js';
import { fail, look, type Finding } from './finding.js';
import * as machine from './machine.checks.js';
import { outsideAddresses } from './outside.checks.js';
import * as work from './work.checks.js';

export async function doctor(options: Asked): Promise<void> {
  const findings = await round();
  print(options.json, findings, () => lines(findings));
  if (findings.some((each) => each.level === 'fail')) process.exitCode = 1;
}

async function round(): Promise<Finding[]> {
  const settings = await look('settings', () => machine.settings());
  const here = [
    await look('Node.js', () => machine.nodeVersion()),
    settings,
    await look('master key', () => machine.masterKey()),
    await look('storage', () => machine.storage()),
    await look('disk', () => machine.disks()),
  ];
  if (settings.some((each) => each.level === 'fail')) return here.flat(); // the rest would only repeat it
  const beyond = [await look('database', throughDatabase), await look('outside', outsideAddresses)];
  return [...here, ...beyond].flat();
}

async function throughDatabase(): Promise<Finding[]> {
  try {
    return await withDatabase(database.serviceUrl(), async (ask) => {
      const about: [string, (ask: Ask) => Promise<Finding | Finding[]>][] = [
        ['PostgreSQL', database.version],
        ['extensions', database.missingExtensions],
        ['role', database.role],
        ['row-level security', database.rowSecurity],
        ['migrations', database.migrationsDone],
        ['clock', database.clocks],
        ['connections', database.connections],
        ['backups', database.backups],
        ['queue store', work.queueStore],
        ['workers', work.workers],
        ['outbox', work.outbox],
        ['work', work.inbox],
        ['dead jobs', work.deadJobs],
        ['schedules', work.schedules],
        ['audit trail', work.auditTrail],
        ['particulars', work.particulars],
      ];
      const found: Finding[] = [];
      for (const [of, check] of about) found.push(...(await look(of, () => check(ask))));
      return found;
    });
  } catch (error) {
    return [fail('database', (error as Error).message, 'docs/runbooks/database-down.md')];
  }
}

function lines(findings: readonly Finding[]): string[] {
  const width = Math.max(...findings.map((each) => each.of.length));
  return findings.map(({ of, level, found, todo }) =>
    [level.padEnd(4), of.padEnd(width), todo ? `${found} → ${todo}` : found].join('  '),
  );
}
