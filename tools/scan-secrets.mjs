// Part of `npm run check`: nothing under version control looks like a secret (S-89). Prints the place, never the find.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const FILE_LIMIT_BYTES = 2_000_000;

/** What real secrets look like. Marked test values (sk_test_, whsec_ of the simulators) are no secrets. */
const SIGNS = {
  'a private key': /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----[\s\\n]+[A-Za-z0-9+/]{40}/,
  'a live payment key': /\b(?:sk|rk)_live_[A-Za-z0-9]{16}/,
  'a Razorpay live key': /\brzp_live_[A-Za-z0-9]{14}/,
  'an AWS access key': /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  'a Google API key': /\bAIza[\w-]{35}\b/,
  'a GitHub token': /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  'a Slack token': /\bxox[abprs]-[A-Za-z0-9-]{20}/,
  'a password in an address':
    /\b[a-z]+:\/\/[\w.-]+:(?!\$|\{|<|password|secret|odop|x+@|\*)[^\s'"`@/:]{12,}@(?!127\.0\.0\.1|localhost)[\w.-]+\.[a-z]{2}/i,
};

/** @returns {string[]} what is or would be under version control */
function versionedFiles() {
  try {
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
    return listed.toString().split('\0').filter(Boolean);
  } catch {
    console.log('This folder is no git clone: nothing was looked at.');
    return [];
  }
}

for (const path of versionedFiles()) {
  if (path === 'package-lock.json') continue;
  const full = join(root, path);
  if (!existsSync(full) || !statSync(full).isFile() || statSync(full).size > FILE_LIMIT_BYTES) continue;
  const text = readFileSync(full, 'utf8');
  for (const [what, sign] of Object.entries(SIGNS)) {
    const at = text.search(sign);
    if (at < 0) continue;
    console.error(`${path}:${text.slice(0, at).split('\n').length}: this looks like ${what}`);
    process.exitCode = 1;
  }
}
