import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';

export const root = join(import.meta.dirname, '../..');
export const read = (path: string): string => readFileSync(join(root, path), 'utf8');
export const isThere = (path: string): boolean => existsSync(join(root, path));

/** Files below a folder, paths from the project's root. */
export const filesBelow = (folder: string, wanted: (path: string) => boolean): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter(wanted)
    .sort();

interface ModuleRow {
  layer: number;
  uses: readonly string[];
}

/** The module map, `modules.mjs`. */
export async function moduleMap(): Promise<Readonly<Record<string, ModuleRow>>> {
  const { modules } = (await import(join(root, 'modules.mjs'))) as { modules: Record<string, ModuleRow> };
  return modules;
}

/** The module a file of libs/ belongs to: `orders`, `platform/database`. */
export function moduleOf(path: string): string {
  const [, first, second] = path.split('/') as [string, string, string];
  return first === 'platform' ? `${first}/${second}` : first;
}

/** The schema of a module: everything of the platform lives in one. */
export const schemaOf = (module: string): string => module.split('/')[0]!;

/** Source files of the service itself. */
export const sources = (): string[] =>
  ['libs', 'apps'].flatMap((folder) => filesBelow(folder, (path) => /^(libs|apps)\/.*\/?src\/.*\.ts$/.test(path)));

/** Every text literal of a file with the line it begins on; of a template the parts between its values, joined by a space. */
export function textsOf(path: string): { line: number; text: string }[] {
  const file = ts.createSourceFile(path, read(path), ts.ScriptTarget.ES2023, true);
  const found: { line: number; text: string }[] = [];
  const add = (node: ts.Node, text: string): void => {
    found.push({ line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1, text });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) add(node, node.text);
    if (ts.isTemplateExpression(node))
      add(node, [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(' '));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
