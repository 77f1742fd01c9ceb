// Draws modules.mjs into docs/ARCHITECTURE.md, between its two marks.
// node tools/draw-modules.mjs           writes it
// node tools/draw-modules.mjs --check   says whether it is current, exit 1 when not
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modules } from '../modules.mjs';
import { projectRoot } from '../scripts/lib/paths.mjs';

const page = join(projectRoot, 'docs/ARCHITECTURE.md');
const marks = /** @type {const} */ (['<!-- modules: drawn by tools/draw-modules.mjs -->', '<!-- /modules -->']);
const layers = ['platform', 'registers', 'supply', 'services', 'journeys', 'reactors'];

/** Everything but the platform, which everything stands on. */
const drawn = Object.entries(modules).filter(([name]) => !name.startsWith('platform/'));

/** @param {string} name @returns {string[]} */
const usesOf = (name) => (modules[name]?.uses ?? []).filter((used) => used !== 'platform');

/** Whether a module is reached through another one as well, so that its own arrow can be left out. @param {string} name @param {string} used */
const isImplied = (name, used) => usesOf(name).some((other) => other !== used && usesOf(other).includes(used));

/** @returns {string} */
function picture() {
  const boxes = [5, 4, 3, 2, 1].flatMap((layer) => [
    `  subgraph L${layer}["${layer} ${layers[layer]}"]`,
    ...drawn.filter(([, row]) => row.layer === layer).map(([name]) => `    ${name}`),
    '  end',
  ]);
  const arrows = drawn.flatMap(([name]) =>
    usesOf(name)
      .filter((used) => !isImplied(name, used))
      .map((used) => `  ${name} --> ${used}`),
  );
  const platform = Object.keys(modules).filter((name) => name.startsWith('platform/'));
  const pieces = platform.map((name) => name.replace('platform/', '')).join(' · ');
  return [
    '```mermaid',
    'flowchart TD',
    ...boxes,
    `  L0["0 platform: ${pieces}"]`,
    ...arrows,
    '  L1 --> L0',
    '```',
  ].join('\n');
}

/** @returns {string} */
function table() {
  const rows = drawn.map(([name, row]) => [name, String(row.layer), usesOf(name).join(', ') || 'nothing']);
  const head = ['module', 'layer', 'may use, besides the platform'];
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => (row[i] ?? '').length)));
  const line = (/** @type {string[]} */ cells) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

const [begin, end] = marks;
const text = readFileSync(page, 'utf8');
const [before = '', rest = ''] = text.split(begin);
const after = rest.split(end)[1];
if (after === undefined) throw new Error(`docs/ARCHITECTURE.md has no place for the modules: ${begin} … ${end}`);
const current = `${before}${begin}\n\n${picture()}\n\nAn arrow that another one implies is left out of the picture; the table has them all.\n\n${table()}\n\n${end}${after}`;

if (!process.argv.includes('--check')) writeFileSync(page, current);
else if (current !== text) {
  console.error('docs/ARCHITECTURE.md does not show modules.mjs as it is: run node tools/draw-modules.mjs');
  process.exitCode = 1;
}
