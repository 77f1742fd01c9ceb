export type FormValue = string | FormValue[] | { [key: string]: FormValue };

/**
 * Reads `a[b]=1&list[0]=x&list[]=y` into nested objects and lists. Values stay text.
 * @throws RangeError when a name is used as a value and as a group at once
 */
export function parseForm(pairs: Iterable<[string, string]>): Record<string, FormValue> {
  const root: Record<string, FormValue> = Object.create(null);
  for (const [name, value] of pairs) put(root, steps(name), value);
  const plain = listsOf(root);
  return typeof plain === 'object' && !Array.isArray(plain) ? plain : {};
}

function steps(name: string): string[] {
  const [head = '', ...rest] = name.split('[');
  return [head, ...rest.map((step) => step.replace(/\]$/, ''))];
}

function put(root: Record<string, FormValue>, path: string[], value: string): void {
  let group = root;
  for (const step of path.slice(0, -1)) {
    const next = (group[step] ??= Object.create(null));
    if (typeof next === 'string' || Array.isArray(next)) throw new RangeError(`${step} is a value and a group at once`);
    group = next!;
  }
  const last = path.at(-1)!;
  group[last === '' ? String(Object.keys(group).length) : last] = value;
}

/** Groups whose names are 0, 1, 2 … become lists. */
function listsOf(value: FormValue): FormValue {
  if (typeof value === 'string' || Array.isArray(value)) return value;
  const names = Object.keys(value);
  const children = names.map((name) => listsOf(value[name]!));
  if (names.length > 0 && names.every((name, i) => name === String(i))) return children;
  return Object.fromEntries(names.map((name, i) => [name, children[i]!]));
}
