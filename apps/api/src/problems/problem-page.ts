import { STATUS_CODES } from 'node:http';
import type { ProblemPage } from '#platform/kernel';

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const frame = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)}</title></head>
<body>
<main>
${body}
</main>
</body>
</html>
`;

/** What a refusal means, as a page. */
export function problemPage({ code, module, status, rule, next }: ProblemPage): string {
  const rows = [
    ['Status', `${status} ${STATUS_CODES[status] ?? ''}`],
    ['Comes from', module],
    ...(rule ? [['Rule', rule]] : []),
    ...(next ? [['What to do', next]] : []),
  ].map(([name, value]) => `<dt>${escape(name!)}</dt><dd>${escape(value!)}</dd>`);
  return frame(
    code,
    `<h1><code>${escape(code)}</code></h1>\n<dl>${rows.join('\n')}</dl>\n<p>The <code>detail</code> and <code>facts</code> of each answer say what it was about. <a href="/problems">All refusals</a></p>`,
  );
}

/** All refusals, as a page. */
export function problemList(problems: readonly ProblemPage[]): string {
  const items = problems.map(
    ({ code, status }) => `<li><a href="/problems/${escape(code)}"><code>${escape(code)}</code></a> (${status})</li>`,
  );
  return frame('Refusals', `<h1>Refusals</h1>\n<ul>\n${items.join('\n')}\n</ul>`);
}
