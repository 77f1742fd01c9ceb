// npm run audit:deps: no package of the lock has a known vulnerability that is high or critical (S-86). Asks the package
// registry, so it is not part of `npm run check`: run it before a release and when packages change.
// Exit 0: none · 1: some, listed · 2: the registry could not be asked, so nothing is known.
import { runMain } from '../scripts/lib/fault.mjs';
import { npm } from './npm.mjs';

/** @typedef {{ name: string, severity: string, range: string, via: (string | { title?: string, url?: string })[] }} Finding */

void runMain(async () => {
  const { out, faults } = npm(['audit', '--json', '--package-lock-only', '--audit-level=high']);
  /** @type {{ vulnerabilities?: Record<string, Finding> } | null} */
  const report = parsed(out);
  if (!report?.vulnerabilities) {
    console.error(`The registry could not be asked about known vulnerabilities; nothing is known.\n${faults.trim()}`);
    return 2;
  }
  const grave = Object.values(report.vulnerabilities).filter(({ severity }) => ['high', 'critical'].includes(severity));
  for (const { name, severity, range, via } of grave) {
    const titles = via.map((cause) => (typeof cause === 'string' ? `through ${cause}` : `${cause.title} ${cause.url}`));
    console.error(`${name} ${range}: ${severity}: ${titles.join(' · ')}`);
  }
  console.log(`${grave.length} packages with a known vulnerability that is high or critical`);
  return grave.length === 0 ? 0 : 1;
});

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
