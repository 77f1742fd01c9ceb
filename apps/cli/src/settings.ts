import { declaredSettings } from '#platform/config';
// Every module declares its settings when it is loaded; these two lists load them all.
import './cli.module.js';
import './migrations.js';
import type { Asked } from './options.js';
import { print } from './terminal.js';

export function settings(options: Asked): void {
  const rows = declaredSettings().map((row) => ({ ...row, isSet: Boolean(process.env[row.name]) }));
  const width = Math.max(...rows.map((row) => row.name.length));
  print(options.json, rows, () =>
    rows.map((row) => `${row.isSet ? 'set ' : '    '} ${row.name.padEnd(width)}  ${row.meaning}`),
  );
}
