import { readFile, stat } from 'node:fs/promises';
import { ImportBoundaries, ImportOdopList, type ImportOutcome } from '#odop';
import { sheetBytes_max } from '#platform/sheets';
import { withBazaar } from './context.js';
import type { Asked } from './options.js';
import { print, progress } from './terminal.js';

export interface ImportAsked extends Asked {
  source: string;
  from: string;
  list: 'dpiit_odop' | 'pmfme_odop' | 'state_odop' | 'deh';
  decision?: string;
  dryRun: boolean;
  retireAbsent: boolean;
  retireMany: boolean;
  reason?: string;
}

export interface BoundariesAsked extends Asked {
  source: string;
  asOf?: string;
  object?: string;
  dryRun: boolean;
  reason?: string;
}

/** Lines a terminal shows; `--json` gives a thousand. */
const faults_printed = 20;

export async function importList(file: string, options: ImportAsked): Promise<void> {
  const content = await fileOf(file, sheetBytes_max);
  const shown = progress(options.json);
  const { source, from: effectiveFrom, list, decision: decisionNo, dryRun: isDryRun } = options;
  const { retireAbsent: retiresAbsent, retireMany: retiresMany } = options;
  // The import has a dry run of its own: batch by batch, and nothing of it to take back.
  const change = { json: options.json, dryRun: false, reason: options.reason };
  const outcome = await withBazaar(
    'odop import',
    (app) =>
      app
        .get(ImportOdopList, { strict: false })
        .run(content, { source, effectiveFrom, list, decisionNo, isDryRun, retiresAbsent, retiresMany }, (rows) =>
          shown.show(`${rows} rows`),
        ),
    change,
  ).finally(() => shown.end());
  print(options.json, outcome, () => told(outcome));
  if (outcome.state === 'failed' || outcome.faults.length > 0) process.exitCode = 1;
}

function told(outcome: ImportOutcome): string[] {
  const { state, dryRun, added, changed, unchanged, faulty, retired, faults } = outcome;
  const rest = faulty - faults_printed;
  return [
    ...faults.slice(0, faults_printed).map(({ row, detail }) => `row ${row}: ${detail}`),
    ...(rest > 0 ? [`… and ${rest} more rows; --json shows them`] : []),
    state === 'failed'
      ? 'Nothing more was read.'
      : `${dryRun ? 'Would be' : 'Done'}: ${added} new, ${changed} changed, ${unchanged} as they were, ${faulty} not taken` +
        (retired === 0 ? '.' : `, ${retired} retired that it does not name.`),
  ];
}

export async function importBoundaries(file: string, options: BoundariesAsked): Promise<void> {
  const content = await fileOf(file, 100 * 1024 * 1024);
  const { source, asOf, object, dryRun, reason, json } = options;
  const outcome = await withBazaar(
    'odop import-boundaries',
    (app) =>
      app
        .get(ImportBoundaries, { strict: false })
        .run(content, { source, asOf: asOf ?? null, object: object ?? 'districts' }),
    { json, dryRun, reason },
  );
  print(json, outcome, () => [
    ...outcome.unmatched.slice(0, faults_printed).map(({ name, state, why }) => `${name} (${state}): ${why}`),
    `${dryRun ? 'Would be' : 'Done'}: ${outcome.matched} outlines, ${outcome.unmatched.length} that fit no district of today, ` +
      `${outcome.without} districts without one.`,
  ]);
}

async function fileOf(path: string, bytes_max: number): Promise<Buffer> {
  const { size } = await stat(path).catch(() => {
    throw new Error(`There is no file ${path}.`);
  });
  if (size > bytes_max) throw new Error(`${path} is larger than ${bytes_max / 1024 / 1024} MiB.`);
  return readFile(path);
}
