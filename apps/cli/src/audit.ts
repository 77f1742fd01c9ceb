import { AffectedQuery, VerifyAudit, type AuditCheck, type AuditFault } from '#platform/audit';
import { withBazaar } from './context.js';
import type { Asked } from './options.js';
import { print, progress } from './terminal.js';

export interface AskedAffected extends Asked {
  from: Date;
  to: Date;
  by?: string;
  address?: string;
}

export async function verify(options: Asked & { day?: string }): Promise<void> {
  const line = progress(options.json);
  const check = await withBazaar('audit verify', (app) =>
    app
      .get(VerifyAudit, { strict: false })
      .run(options.day ?? null, (day, links) => line.show(`${day}: ${links} links`))
      .finally(() => line.end()),
  );
  print(options.json, check, () => [sentence(check, options.day)]);
  if (check.fault) process.exitCode = 1;
}

const says: Record<AuditFault['what'], string> = {
  row_changed: 'the row was changed after it was sealed',
  row_removed: 'the row is gone',
  row_inserted: 'the row was never sealed: it was put in from outside',
  link_removed: 'the link is gone',
  head_changed: 'the kept head of the day is not the one that was kept',
};

function sentence({ days, links, fault }: AuditCheck, day?: string): string {
  if (!fault) return `intact: ${links} links ${day ? `of ${day}` : `on ${days} days`}`;
  const place = [fault.day, fault.sequence && `link ${fault.sequence}`, fault.auditId && `row ${fault.auditId}`];
  return `BROKEN at ${place.filter(Boolean).join(', ')}: ${says[fault.what]}. See docs/runbooks/audit-chain-broken.md.`;
}

export async function affected({ json, ...suspicion }: AskedAffected): Promise<void> {
  const rows = await withBazaar('audit affected', (app) => app.get(AffectedQuery, { strict: false }).list(suspicion));
  const persons = [...new Set(rows.filter((row) => row.object_kind === 'person').flatMap((row) => row.object_ids))];
  print(json, { persons, acts: rows }, () => [
    ...rows.map((row) => `${row.times} × ${row.action} on ${row.object_ids.length} ${row.object_kind}`),
    `${persons.length} persons${persons.length > 0 ? `: ${persons.join(' ')}` : ''}`,
  ]);
}
