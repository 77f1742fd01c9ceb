import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from '../scripts/lib/build.mjs';
import { projectRoot } from '../scripts/lib/paths.mjs';

/*
 * npm run rule – everything about a rule: its sentence, the code that keeps it, the tests named after it, its numbers.
 * npm run rule       – all rules, one line each.
 */

/** @typedef {{ where: string, text: string }} Find */
/** @typedef {{ rule: string, says: string, source: string, valid: string, owner: string, where: string }} RuleRow */
/** @typedef {{ key: string, scope: string, value: unknown, unit: string, effective_from: string, effective_to: string | null,
 *   source: string, confidence: string, rule: string, says: string }} Parameter */

/** @param {string} folder @param {(path: string) => boolean} wanted @returns {string[]} */
function filesBelow(folder, wanted) {
  return readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter(wanted)
    .sort();
}

/** @param {string} path */
const linesOf = (path) => readFileSync(join(projectRoot, path), 'utf8').split('\n');

/** The tables of docs/rules: rule, sentence, source, validity, owner. @returns {RuleRow[]} */
function ruleRows() {
  return filesBelow('docs/rules', (path) => path.endsWith('.md')).flatMap((path) =>
    linesOf(path).flatMap((line, i) => {
      const cells = line.split('|').map((cell) => cell.trim());
      const [, rule = '', says = '', source = '', valid = '', owner = ''] = cells;
      return /^(R|SM|S|STD)-/.test(rule) ? [{ rule, says, source, valid, owner, where: `${path}:${i + 1}` }] : [];
    }),
  );
}

/** Names that carry `@rule ID` in the comment above them. @param {string} id @returns {Find[]} */
function codeOf(id) {
  const sources = filesBelow('libs', isCode).concat(filesBelow('apps', isCode));
  return sources.flatMap((path) => {
    const lines = linesOf(path);
    return lines.flatMap((line, i) => {
      const tagged = /@rule\s+(.*)/.exec(line)?.[1]?.split(/[^\w.-]+/);
      return tagged?.includes(id) ? [{ where: `${path}:${i + 1}`, text: nameBelow(lines, i) }] : [];
    });
  });
}

/** @param {string} path */
const isCode = (path) => path.endsWith('.ts') && !path.includes('/test/');

/** The first declaration after a comment. @param {string[]} lines @param {number} start */
function nameBelow(lines, start) {
  const declaration =
    /^\s*(?:export\s+)?(?:abstract\s+)?(?:async\s+)?(?:(?:function|class|interface|type|const|enum)\s+)?(?:private\s+|protected\s+|static\s+|async\s+)*(\w+)\s*[<(:={ ]/;
  for (const line of lines.slice(start + 1, start + 30)) {
    if (/^\s*(\*|\/\*|\/\/|@|\}|\)|$)/.test(line)) continue;
    const name = declaration.exec(line)?.[1];
    if (name !== undefined) return name;
  }
  return '(whole file)';
}

/** Tests and groups of tests whose name begins with the rule. @param {string} id @returns {Find[]} */
function testsOf(id) {
  const opening = /(?:\b(?:describe|it|test|scenario)(?:\.\w+)*(?:\([^'"`]*\))?|^\s*[\])`]+)\(\s*['"`]/.source;
  const title = new RegExp(`${opening}(${id.replaceAll('.', '\\.')} [^'"\`]*)['"\`]`);
  const specs = ['libs', 'apps', 'test'].flatMap((folder) => filesBelow(folder, (path) => path.endsWith('spec.ts')));
  return specs.flatMap((path) =>
    linesOf(path).flatMap((line, i) => {
      const text = title.exec(line)?.[1];
      return text === undefined ? [] : [{ where: `${path}:${i + 1}`, text }];
    }),
  );
}

/** The values a rule rests on, through time. @param {string} id @returns {Promise<Parameter[]>} */
async function parametersOf(id) {
  await ensureBuilt();
  const built = pathToFileURL(join(projectRoot, 'dist/libs/policy/src/domain/parameter.js'));
  const { seedRows } = /** @type {{ seedRows: () => Parameter[] }} */ (await import(built.href));
  return seedRows().filter((row) => row.rule === id);
}

/** @param {Parameter} row */
function valueText({ value, unit }) {
  if (typeof value === 'bigint') return `₹${inIndianGroups(value)}`;
  if (unit === 'bp') return `${Number(value) / 100} %`;
  if (unit === 'json') return JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? Number(part) : part));
  return unit === 'count' || unit === 'flag' || unit === 'text' || unit === 'date' ? String(value) : `${value} ${unit}`;
}

/** @param {bigint} paise */
function inIndianGroups(paise) {
  const rest = paise % 100n;
  const whole = new Intl.NumberFormat('en-IN').format(paise / 100n);
  return rest === 0n ? whole : `${whole}.${String(rest).padStart(2, '0')}`;
}

/** @param {string} title @param {readonly string[]} lines */
function print(title, lines) {
  console.log(`\n${title}`);
  for (const line of lines.length > 0 ? lines : ['none']) console.log(`  ${line}`);
}

/** @param {readonly Find[]} finds */
const findLines = (finds) => finds.map(({ text, where }) => `${text}  ${where}`);

/** @param {Parameter} row @param {number} i @param {readonly Parameter[]} all */
function parameterLines(row, i, all) {
  const until = row.effective_to === null ? '' : ` until ${row.effective_to}`;
  const whom = row.scope === 'GLOBAL' ? '' : ` for ${row.scope}`;
  const line = `  from ${row.effective_from}${until}${whom}: ${valueText(row)}  [${row.confidence}] ${row.source}`;
  return all[i - 1]?.key === row.key ? [line] : [`${row.key} – ${row.says}`, line];
}

/** @param {string} id @returns {Promise<boolean>} whether anything is known about the rule */
async function show(id) {
  const rows = ruleRows().filter((row) => row.rule === id);
  const code = codeOf(id);
  const tests = testsOf(id);
  const parameters = await parametersOf(id);
  if (rows.length + code.length + tests.length + parameters.length === 0) return false;
  console.log(id);
  for (const row of rows) {
    console.log(`  ${row.says}\n  source: ${row.source} · valid: ${row.valid} · owner: ${row.owner}  ${row.where}`);
  }
  print('Kept by', findLines(code));
  print('Tested by', findLines(tests));
  print('Numbers', parameters.flatMap(parameterLines));
  return true;
}

const id = process.argv[2];
if (id === undefined) {
  for (const { rule, says } of ruleRows()) console.log(`${rule.padEnd(9)} ${says}`);
} else if (!(await show(id))) {
  console.error(`Nothing is known about ${id}. "npm run rule" lists all rules.`);
  process.exitCode = 1;
}
