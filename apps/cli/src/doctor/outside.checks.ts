import { connect } from 'node:net';
import { declaredSettings } from '#platform/config';
import { ok, warn, type Finding } from './finding.js';

const patience_ms = 3_000;
const ports: Record<string, number> = { 'https:': 443, 'http:': 80, 'smtp:': 25, 'smtps:': 465 };
/** Not somebody else's service, or looked at elsewhere. */
const own = new Set([
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'DATABASE_REPLICA_URLS',
  'REDIS_URL',
  'PUBLIC_URL',
  'STORAGE_URL',
  'S3_ENDPOINT',
]);

/**
 * Whether somebody listens at each outside address that is set. It says nothing of keys: no request is made, so nothing
 * is paid, sent or counted.
 */
export function outsideAddresses(): Promise<Finding[]> {
  const names = declaredSettings().map((row) => row.name);
  const set = names.filter((name) => /_(URL|BASE|ENDPOINT)$/.test(name) && !own.has(name) && process.env[name]);
  return Promise.all(set.map((name) => reach(name, process.env[name]!)));
}

async function reach(name: string, address: string): Promise<Finding> {
  const { protocol, hostname, port } = new URL(address);
  const at = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || ports[protocol] || 443 };
  const trouble = await knock(at);
  const where = `${at.host}:${at.port}`;
  return trouble === null
    ? ok(name, `${where} answers`)
    : warn(name, `${where}: ${trouble}`, 'Their outage or our network; docs/runbooks/provider-down.md.');
}

function knock(at: { host: string; port: number }): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect({ ...at, timeout: patience_ms });
    const done = (trouble: string | null) => (): void => {
      socket.destroy();
      resolve(trouble);
    };
    socket.once('connect', done(null));
    socket.once('timeout', done('no answer'));
    socket.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message)());
  });
}
