import type { Command } from 'commander';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { parse } from 'yaml';
import { commandLine } from '../../apps/cli/src/program.js';
import { filesBelow, isThere, read, sources } from './tree.js';

interface Alert {
  alert: string;
  expr: string;
  for: string;
  labels: { severity: string };
  annotations: { summary: string; runbook: string };
}
interface Dashboard {
  panels: { id: number; title: string; targets: { expr: string }[] }[];
}

const runbooks = filesBelow('docs/runbooks', (path) => path.endsWith('.md'));
const pages = runbooks.filter((path) => !/\/(README|queues)\.md$/.test(path));
const alerts = (parse(read('docker/prometheus/alerts.yml')) as { groups: { rules: Alert[] }[] }).groups.flatMap(
  (group) => group.rules,
);
const panels = (JSON.parse(read('docker/grafana/odop-bazaar.json')) as Dashboard).panels;

/** Metrics of ours and of every Node.js process, with their labels. */
const known = new Map<string, readonly string[]>();
for (const path of sources())
  for (const [, kind, body] of read(path).matchAll(/new (Gauge|Counter|Histogram)\(\{([^}]*)\}/g)) {
    const name = /name: '(\w+)'/.exec(body!)![1]!;
    const labels = [...(/labelNames: \[([^\]]*)\]/.exec(body!)?.[1] ?? '').matchAll(/'(\w+)'/g)].map(
      ([, label]) => label!,
    );
    known.set(name, labels);
    if (kind === 'Histogram')
      for (const part of ['bucket', 'sum', 'count']) known.set(`${name}_${part}`, [...labels, 'le']);
  }
const ofNode = new Registry();
collectDefaultMetrics({ register: ofNode });
for (const { name } of ofNode.getMetricsAsArray()) known.set(name, []);

/** Set by Prometheus itself at every scrape. */
const ofScrape = ['job', 'instance'];
/** Of the exporter of each machine. */
const ofMachine = /^node_/;

/** Names and labels in an expression or a text that there are not. */
function strangersIn(text: string): string[] {
  const names = [...text.matchAll(/\b((?:odop|nodejs|process|node)_\w+)(?:\{([^}]*)\})?/g)].filter(
    ([, name]) => !ofMachine.test(name!) && name !== 'odop_app' && name !== 'odop_owner' && name !== 'odop_bazaar',
  );
  return names.flatMap(([, name, selectors = '']) => {
    const labels = known.get(name!);
    if (!labels) return [name!];
    const used = selectors.split(',').flatMap((part) => /^\s*(\w+)/.exec(part)?.[1] ?? []);
    return used.filter((label) => ![...labels, ...ofScrape].includes(label)).map((label) => `${name}{${label}}`);
  });
}

describe('runbooks', () => {
  test('every one that is named anywhere exists, and every one that exists is in the list', () => {
    const texts = [...sources(), ...filesBelow('docs', (path) => path.endsWith('.md')), 'README.md', 'CONTRIBUTING.md']
      .concat(
        filesBelow('docker', () => true),
        filesBelow('libs', (path) => path.endsWith('README.md')),
      )
      .map(read)
      .join('\n');
    const named = [...texts.matchAll(/docs\/runbooks\/([\w-]+\.md)/g)].map(([, name]) => `docs/runbooks/${name}`);
    const linked = runbooks.flatMap((path) =>
      [...read(path).matchAll(/\]\(([\w-]+\.md)(?:#[\w-]+)?\)/g)].map(([, name]) => `docs/runbooks/${name}`),
    );
    expect([...new Set([...named, ...linked])].filter((path) => !isThere(path))).toEqual([]);
    expect(pages.filter((path) => !read('docs/runbooks/README.md').includes(`](${path.split('/').at(-1)})`))).toEqual(
      [],
    );
  });

  test.each(pages)(
    '%s says how it shows, what it means, what to do, when it is over and what to write down',
    (path) => {
      const headings = [...read(path).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
      expect(headings).toEqual([
        'How it shows',
        'What it means for users',
        'What to do',
        'It is over when',
        'Write down',
      ]);
    },
  );

  test('they name metrics, log lines and commands that there are', () => {
    const code = sources().map(read).join('\n');
    for (const path of runbooks) {
      const text = read(path).replaceAll(/\s+/g, ' ');
      const lines = [...text.matchAll(/\blog `([^`…]+)`/g)].map(([, line]) => line!);
      const missing = lines.filter((line) => !code.includes(line.replace(/^security (\w+)$/, "'$1'")));
      const commands = [...text.matchAll(/`bazaar ([^`]+)`/g)].map(([, words]) => words!);
      const unknown = commands.filter((words) => words !== '…' && !isUnderstood(words));
      expect({ path, missing, unknown, strangers: strangersIn(text) }).toEqual({
        path,
        missing: [],
        unknown: [],
        strangers: [],
      });
    }
  });
});

/** Whether there is such a command with such options. */
function isUnderstood(words: string): boolean {
  let command: Command = commandLine();
  const parts = words.split(/\s+/);
  while (parts.length > 0) {
    const next = command.commands.find((each) => each.name() === parts[0] || each.aliases().includes(parts[0]!));
    if (!next) break;
    command = next;
    parts.shift();
  }
  if (!command.parent) return false;
  const options = parts.filter((part) => part.startsWith('--'));
  return options.every((option) => command.options.some((each) => each.long === option));
}

describe('S-72 alerts and dashboard', () => {
  test.each(alerts)('$alert: severity, patience, a sentence, and a runbook that knows it', (alert) => {
    expect(['page', 'ticket']).toContain(alert.labels.severity);
    expect(alert.for).toMatch(/^\d+m$/);
    expect(alert.annotations.summary).toMatch(/^[A-Z].{10,}/);
    expect(read(alert.annotations.runbook)).toContain(`\`${alert.alert}\``);
    expect(strangersIn(alert.expr)).toEqual([]);
  });

  test('alerts are named once', () => {
    const names = alerts.map(({ alert }) => alert);
    expect(names).toEqual([...new Set(names)]);
    expect(names.length).toBeGreaterThan(15);
  });

  test('the dashboard shows numbers that there are', () => {
    expect(panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => strangersIn(expr)))).toEqual([]);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  });

  test('every number of ours is on the dashboard, in an alert or in a runbook', () => {
    const shown = [
      ...alerts.map(({ expr }) => expr),
      ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
    ]
      .concat(runbooks.map(read))
      .join('\n');
    const ours = [...known.keys()].filter((name) => name.startsWith('odop_') && !/_(bucket|sum|count)$/.test(name));
    expect(ours.filter((name) => !shown.includes(name))).toEqual([]);
  });
});
