import ipaddr from 'ipaddr.js';

const ports = new Set(['', '443', '8443']);
/** Names that mean this machine or this network wherever they are asked. */
const innerNames = /(^|\.)(localhost|local|localdomain|internal|intranet|lan|corp|home|home\.arpa|invalid|onion)$/i;
const hostForm = /^([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i;
const chars_max = 2_000;

/**
 * Why an address somebody gave us is not asked, before anything is looked up; null when it may be. Only names: a number in
 * whatever writing (decimal, octal, hex, IPv6) is no address anybody needs.
 * @rule S-21
 */
export function addressFault(address: string): string | null {
  if (address.length > chars_max) return 'it is too long';
  // What URL parsers drop in silence, they may drop differently from those who look at the text.
  if (/[\s\\\p{Cc}]/u.test(address)) return 'it holds blanks or signs that are in no address';
  if (!URL.canParse(address)) return 'it is no address';
  const { protocol, port, username, password, hostname } = new URL(address);
  if (protocol !== 'https:') return 'it does not begin with https';
  if (username !== '' || password !== '' || /^[a-z]+:\/*[^/?#]*@/i.test(address))
    return 'it carries a name or a password';
  if (!ports.has(port)) return 'its port is neither 443 nor 8443';
  const host = hostname.replace(/\.$/, '');
  if (host.startsWith('[') || ipaddr.isValid(host)) return 'it is a number, not a name';
  if (innerNames.test(host) || !hostForm.test(host)) return 'its name is not known to everybody';
  return null;
}

/** Addresses of clouds' own services that lie among the public ones. */
const inner = new Set(['168.63.129.16', '100.100.100.200']);

/**
 * Whether an IP address belongs to the open internet: neither ours nor a form that carries another one inside.
 * @rule S-21
 */
export function isPublicIp(address: string): boolean {
  if (!ipaddr.isValid(address) || inner.has(address) || address.includes('%')) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  // Whatever the registry has not given out (2000::/3 is what it has) is nobody's address.
  return parsed.kind() === 'ipv4' || parsed.match(ipaddr.parse('2000::'), 3);
}
