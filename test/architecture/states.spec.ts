import { join } from 'node:path';
import { final, type Machine } from '#platform/kernel';
import { asOwner } from '#platform/testing';
import { roads } from '../support/drive/roads.js';
import type { Road } from '../support/drive/road.js';
import { filesBelow, moduleOf, read, root, schemaOf } from './tree.js';

interface Found {
  path: string;
  /** `orderStates` → `order`. */
  name: string;
  machine: Machine<string, string>;
}

const isMachine = (value: unknown): value is Machine<string, string> =>
  typeof value === 'object' && value !== null && 'initial' in value && 'table' in value && 'names' in value;

let machines: Found[];
beforeAll(async () => {
  const paths = filesBelow('libs', (path) => path.endsWith('.states.ts'));
  const found = await Promise.all(
    paths.map(async (path) => {
      const exported = Object.entries((await import(join(root, path))) as Record<string, unknown>);
      return exported.flatMap(([name, value]) =>
        isMachine(value) ? [{ path, name: name.replace(/States$/, ''), machine: value }] : [],
      );
    }),
  );
  machines = found.flat();
});

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The table of a machine: by its name, without the module's in front (`odopEntry` in odop is `odop.entry`). */
function tableOf({ path, name }: Found): { schema: string; table: string } {
  const schema = schemaOf(moduleOf(path));
  const table = snake(name);
  return { schema, table: table.startsWith(`${schema}_`) ? table.slice(schema.length + 1) : table };
}

describe('state machines', () => {
  test('are found', () => expect(machines.length).toBeGreaterThan(5));

  test('reach every state from the first one', () => {
    const lost = machines.flatMap(({ path, name, machine }) => {
      const reached = new Set([machine.initial]);
      for (const state of reached) {
        const row = machine.table[state]!;
        if (row !== final) for (const next of Object.values(row.on)) reached.add(next);
      }
      return machine.names.filter((state) => !reached.has(state)).map((state) => `${path} ${name}: ${state}`);
    });
    expect(lost).toEqual([]);
  });

  test('do what lapses: the event of a lapse is a row of the table', () => {
    const missing = machines.flatMap(({ path, machine }) =>
      Object.entries(machine.table).flatMap(([state, row]) =>
        row !== final && row.lapses && !Object.hasOwn(row.on, row.lapses[1])
          ? [`${path} ${state}: ${row.lapses[1]}`]
          : [],
      ),
    );
    expect(missing).toEqual([]);
  });

  test('name each state in lower snake case, and whom it waits for', () => {
    const odd = machines.flatMap(({ path, machine }) =>
      Object.entries(machine.table).flatMap(([state, row]) =>
        /^[a-z][a-z_]*$/.test(state) && (row === final || row.waitsFor !== '') ? [] : [`${path} ${state}`],
      ),
    );
    expect(odd).toEqual([]);
  });

  test('name the same states as the CHECK constraint of their table', async () => {
    const checks = await asOwner<{ schema: string; name: string; definition: string }>(
      `select n.nspname as schema, c.conname as name, pg_get_constraintdef(c.oid) as definition
         from pg_constraint c join pg_namespace n on n.oid = c.connamespace where c.contype = 'c'`,
    );
    const compared = machines.map((found) => {
      const { schema, table } = tableOf(found);
      const check = checks.find((each) => each.schema === schema && each.name === `${table}_state`);
      const stored = [...(check?.definition ?? '').matchAll(/'([a-z_]+)'/g)].map(([, state]) => state!);
      return { table: `${schema}.${table}`, states: stored.sort() };
    });
    const wanted = machines.map((found) => {
      const { schema, table } = tableOf(found);
      return { table: `${schema}.${table}`, states: [...found.machine.names].sort() };
    });
    expect(compared).toEqual(wanted);
  });

  /** A maker may take her own time with her application and her goods: nobody else waits for them. */
  const ownTime: Readonly<Record<string, string>> = { seller: 'seller', listing: 'seller' };

  test('waits end: every state that is not final lapses or alarms, or waits for nobody', () => {
    const endless = machines.flatMap(({ path, name, machine }) =>
      Object.entries(machine.table).flatMap(([state, row]) =>
        row === final || row.lapses || row.alarms || ['nobody', ownTime[name]].includes(row.waitsFor)
          ? []
          : [`${path} ${state}: waits for ${row.waitsFor}`],
      ),
    );
    expect(endless).toEqual([]);
  });

  test('are drawn in the page of their module', () => {
    const undrawn = machines.flatMap(({ path, machine }) => {
      const page = read(`libs/${schemaOf(moduleOf(path))}/README.md`);
      const missing = machine.names.filter((state) => !new RegExp(`\\b${state}\\b`).test(page));
      return missing.map((state) => `${path}: ${state}`);
    });
    expect(undrawn).toEqual([]);
  });

  test('can be driven by tests: each has a road (test/support/drive), each state a step that leads there or a reason', () => {
    const drivable: Readonly<Record<string, unknown>> = roads;
    const missing = machines.flatMap(({ path, name, machine }) => {
      const road = drivable[name] as Road<never, string, string, object> | undefined;
      if (road?.machine !== machine) return [`${path} ${name}: no road`];
      const led = Object.values(machine.table).flatMap((row) =>
        row === final ? [] : Object.entries(row.on).flatMap(([event, next]) => (road.steps[event] ? [next] : [])),
      );
      const known = new Set([...led, ...Object.keys(road.notYet ?? {}), road.start ?? machine.initial]);
      return machine.names.filter((state) => !known.has(state)).map((state) => `${path} ${name}: ${state}`);
    });
    expect(missing).toEqual([]);
  });
});
