// npm run new-use-case -- MODULE verb-name            e.g. grievances lodge-grievance
// npm run new-use-case -- MODULE folder/verb-name     in a stage's own folder, e.g. procurement bid/seal-bid
// Writes a use-case that runs, its place in the module and its public API, and a test that passes: then make them yours.
import { pathToFileURL } from 'node:url';
import { PlainFault, runMain } from '../scripts/lib/fault.mjs';
import { requireNode } from '../scripts/lib/node-version.mjs';
import { Change, className, insertBehind, inWords, isThere } from './generating.mjs';

/** @param {string} module @param {string} name @returns {string} */
const useCase = (module, name) => `import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';

@Injectable()
export class ${className(name)} {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * ${inWords(name)}: say here in one sentence what happens to whom, name each refusal with @throws, the unit of each number,
   * and the rule's id with @rule.
   */
  run(id: string): Promise<{ at: Date }> {
    return this.work.run(async (tx) => {
      // Read, holding the root row; decide, in domain/; write, through data/; tell, with tx.emit.
      tx.audit({ action: '${module}.${name}', object: { kind: '${module}', id } });
      return { at: tx.now };
    });
  }
}
`;

/** @param {string} module @param {string} name @returns {string} */
const test = (module, name) => `import { newId } from '#platform/kernel';
import { asOwner, boot, personActor, type Booted } from '#platform/testing';
import { ${className(module)}Module, ${className(name)} } from '../src/index.js';

describe('${inWords(name)}', () => {
  let app: Booted;
  beforeAll(async () => {
    app = await boot([${className(module)}Module]);
  });
  afterAll(() => app.close());

  test('leaves a line in the audit trail of who did it', async () => {
    const someone = personActor();
    const id = newId();
    await app.as(someone, () => app.get(${className(name)}).run(id));
    expect(await asOwner('select action, person_id from platform.audit where object_id = $1', [id])).toEqual([
      { action: '${module}.${name}', person_id: someone.personId },
    ]);
  });
});
`;

/**
 * @param {Change} change
 * @param {string} module
 * @param {string} path 'seal-bid' or 'bid/seal-bid'
 */
export function addUseCase(change, module, path) {
  const [name = '', folder = 'use-cases'] = path.split('/').toReversed();
  const word = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
  if (!word.test(name) || !word.test(folder))
    throw new PlainFault(`"${path}" is no name for a use-case: write a verb in small letters, like lodge-grievance.`);
  const source = `./${folder}/${name}.js`;
  change.add(`libs/${module}/src/${folder}/${name}.ts`, useCase(module, name));
  change.add(`libs/${module}/test/${name}.spec.ts`, test(module, name));
  const moduleFile = `libs/${module}/src/${module}.module.ts`;
  change.edit(moduleFile, (text) => {
    const imported = insertBehind(
      text,
      /^(?:import [^;]+;\n)+/,
      `import { ${className(name)} } from '${source}';\n`,
      moduleFile,
    );
    const lists = /const verbs\b[^=]*= \[/.test(imported)
      ? [/const verbs\b[^=]*= \[/]
      : [/providers: \[/, /exports: \[/];
    return lists.reduce((so_far, list) => insertBehind(so_far, list, `${className(name)}, `, moduleFile), imported);
  });
  const index = `libs/${module}/src/index.ts`;
  const moduleLine = /^export \{ \w+Module \} from '[^']+';\n/m;
  change.edit(index, (text) =>
    insertBehind(text, moduleLine, `export { ${className(name)} } from '${source}';\n`, index),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  requireNode();
  void runMain(async () => {
    const [module, path] = process.argv.slice(2);
    if (module === undefined || path === undefined)
      throw new PlainFault('Say which module and which verb: npm run new-use-case -- grievances lodge-grievance');
    if (!isThere(`libs/${module}/src/${module}.module.ts`))
      throw new PlainFault(`There is no module ${module} (libs/${module}); npm run new-module makes one.`);
    const change = new Change();
    addUseCase(change, module, path);
    change.write();
    console.log(
      `\nTry it: npm test -- libs/${module}. Its rule goes into docs/rules/${module}.md, its refusals into domain/.`,
    );
    return 0;
  });
}
