import { isIPv6 } from 'node:net';
import type { Actor } from '#platform/kernel';

/** Whom a quota belongs to: the account, or the address of who has none. */
export function callerKey(actor: Actor, address: string): string {
  if (actor.kind === 'anonymous') return addressKey(address);
  return actor.personId ?? actor.label;
}

/** One household or office gets a whole /64 of IPv6 addresses, so that is what counts. */
export function addressKey(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head, tail = ''] = plain.split('::') as [string, string | undefined];
  const groups = head === '' ? [] : head.split(':');
  const missing = plain.includes('::') ? 8 - groups.length - (tail ? tail.split(':').length : 0) : 0;
  const whole = [...groups, ...Array.from({ length: missing }, () => '0'), ...(tail ? tail.split(':') : [])];
  return `${whole.slice(0, 4).join(':')}::/64`;
}
