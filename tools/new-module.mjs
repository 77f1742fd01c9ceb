// npm run new-module -- NAME --layer N [--uses policy,identity] [verb-name …]
// Writes a module that starts, with its page, its rules and its row in modules.mjs, and a use-case for each verb.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { modules } from '../modules.mjs';
import { PlainFault, runMain } from '../scripts/lib/fault.mjs';
import { requireNode } from '../scripts/lib/node-version.mjs';
import { projectRoot } from '../scripts/lib/paths.mjs';
import { Change, className, inWords } from './generating.mjs';
import { addUseCase } from './new-use-case.mjs';

/** @param {string} name @returns {string} */
const moduleFile = (name) => `import { Module, type Type } from '@nestjs/common';

const verbs: Type[] = [];

@Module({ providers: [...verbs], exports: [...verbs] })
export class ${className(name)}Module {}
`;

/** @param {string} name @returns {string} */
const startsTest = (name) => `import { boot } from '#platform/testing';
import { ${className(name)}Module } from '../src/index.js';

test('${name} starts by itself, with nothing but what it imports', async () => {
  const app = await boot([${className(name)}Module]);
  expect(app.get(${className(name)}Module)).toBeInstanceOf(${className(name)}Module);
  await app.close();
});
`;

/** @param {string} name @returns {string} */
const page = (name) => `# ${inWords(name)}

What this module is for, in two sentences a newcomer understands, and its nouns in **bold** (each a row of
docs/GLOSSARY.md). Where it has a state table, its states drawn as a list or picture: a test compares the names.

|           |                                        |
| --------- | -------------------------------------- |
| verbs     | none yet: \`npm run new-use-case\`       |
| questions | none yet                               |
| news      | none in, none out                      |
| tables    | none yet; the schema is \`${name}\` |
| rules     | docs/rules/${name}.md      |
`;

/** @param {string} name @returns {string} */
const rules = (name) => `# Rules kept by \`libs/${name}\`

A row per rule: its id, one plain sentence, the official source, since when it holds, who owns it. \`npm run rule ID\` shows
it with the code and the tests.

| rule | in plain words | source | valid | owner |
|---|---|---|---|---|
`;

/** @param {string} text modules.mjs @param {string} name @param {number} layer @param {readonly string[]} uses @returns {string} */
function withRow(text, name, layer, uses) {
  const row = `  ${name}: { layer: ${layer}, uses: [${['platform', ...uses].map((used) => `'${used}'`).join(', ')}] },\n`;
  const next = text.indexOf(`\n  // ${layer + 1} `);
  const end = next < 0 ? text.lastIndexOf('};') : next + 1;
  return text.slice(0, end) + row + text.slice(end);
}

/** @param {string} name @param {number} layer @param {readonly string[]} uses */
function check(name, layer, uses) {
  if (!/^[a-z]+$/.test(name))
    throw new PlainFault(
      `"${name}" is no name for a module: it is also a schema and the beginning of its news, so small letters only.`,
    );
  if (modules[name] !== undefined || name === 'platform') throw new PlainFault(`There is a module ${name} already.`);
  if (!Number.isInteger(layer) || layer < 1 || layer > 5)
    throw new PlainFault('Say the layer, 1 (registers) to 5 (reactors): docs/ARCHITECTURE.md shows them.');
  for (const used of uses) {
    const row = modules[used];
    if (row === undefined) throw new PlainFault(`There is no module ${used} to use.`);
    if (row.layer > layer || (row.layer === layer && layer === 4))
      throw new PlainFault(`${name} (layer ${layer}) may not use ${used} (layer ${row.layer}): calls go down.`);
  }
}

requireNode();
void runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { layer: { type: 'string' }, uses: { type: 'string', default: '' } },
  });
  const [name = '', ...verbs] = positionals;
  const layer = Number(values.layer);
  const uses = values.uses.split(',').filter(Boolean);
  check(name, layer, uses);
  const change = new Change();
  change.edit('modules.mjs', (text) => withRow(text, name, layer, uses));
  change.add(`libs/${name}/README.md`, page(name));
  change.add(`docs/rules/${name}.md`, rules(name));
  change.add(`libs/${name}/src/index.ts`, `export { ${className(name)}Module } from './${name}.module.js';\n`);
  change.add(`libs/${name}/src/${name}.module.ts`, moduleFile(name));
  change.add(`libs/${name}/test/${name}.spec.ts`, startsTest(name));
  for (const verb of verbs) addUseCase(change, name, verb);
  change.write();
  execFileSync(process.execPath, [join(projectRoot, 'tools/draw-modules.mjs')], { cwd: projectRoot });
  console.log('docs/ARCHITECTURE.md');
  console.log(
    `\nTry it: npm test -- libs/${name}. Apps that use it import its module; its migrations go into apps/cli/src/migrations.ts.`,
  );
  return 0;
});
