import { lookup } from 'node:dns/promises';
import type { ConnectionOptions } from 'node:tls';
import { isPublicIp } from './address-rules.js';

/**
 * How a name is found and reached. There is one road in service, and no setting leads to another: only code that builds
 * its own `Outgoing` can take one, as tests do that have the world on this machine.
 */
export interface Road {
  resolve(host: string): Promise<readonly string[]>;
  isOpen(address: string): boolean;
  /** Where the port of the address really is. */
  port?(asked: number): number;
  tls?: ConnectionOptions;
}

/** The open internet. @rule S-21 */
export const publicRoad: Road = {
  async resolve(host) {
    return (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);
  },
  isOpen: isPublicIp,
};
