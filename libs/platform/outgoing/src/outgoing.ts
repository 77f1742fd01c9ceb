import { request } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import { callOutside } from '#platform/observability';
import { addressFault } from './address-rules.js';
import { publicRoad, type Road } from './road.js';

/** The address was not asked, or its answer not taken. */
export class OutgoingRefused extends Error {
  constructor(readonly why: string) {
    super(`The address was refused: ${why}.`);
  }
}

export interface Wanted {
  bytes_max: number;
  accept: string;
}

const connect_ms = 5_000;
const whole_ms = 10_000;

/** Asks addresses that strangers gave us, and nothing of ours ever. @rule S-21 */
export class Outgoing {
  constructor(private readonly road: Road = publicRoad) {}

  /**
   * What lies at an address: no redirect is followed, the name is resolved once and the address that was looked at is the
   * one that is asked.
   * @throws OutgoingRefused
   */
  async get(address: string, wanted: Wanted): Promise<Buffer> {
    const fault = addressFault(address);
    if (fault !== null) throw new OutgoingRefused(fault);
    const url = new URL(address);
    const isRefused = (error: unknown) => error instanceof OutgoingRefused;
    return callOutside('given-address', 'fetch', () => this.within(url, wanted), isRefused);
  }

  private async within(url: URL, wanted: Wanted): Promise<Buffer> {
    const whole = AbortSignal.timeout(whole_ms);
    const late = new Promise<never>((_, failed) =>
      whole.addEventListener('abort', () => failed(new OutgoingRefused('it took longer than 10 seconds')), {
        once: true,
      }),
    );
    const ip = await Promise.race([this.resolved(url.hostname), late]);
    return Promise.race([this.asked(url, ip, wanted, whole), late]);
  }

  /** The address to connect to, all that the name has being of the open internet. */
  private async resolved(host: string): Promise<string> {
    const addresses = await this.road.resolve(host).catch(() => []);
    const [first] = addresses;
    if (first === undefined) throw new OutgoingRefused('its name is not known');
    if (!addresses.every((one) => this.road.isOpen(one))) throw new OutgoingRefused('it leads into an inner network');
    return first;
  }

  private asked(url: URL, ip: string, { bytes_max, accept }: Wanted, signal: AbortSignal): Promise<Buffer> {
    return new Promise((done, failed) => {
      const family = isIPv6(ip) ? 6 : 4;
      const asked = Number(url.port || 443);
      const call = request({
        ...this.road.tls,
        host: url.hostname,
        servername: url.hostname,
        port: this.road.port?.(asked) ?? asked,
        path: `${url.pathname}${url.search}`,
        headers: { accept, 'user-agent': 'odop-bazaar', 'accept-encoding': 'identity' },
        agent: false,
        signal,
        lookup: (_host, options, found) =>
          options.all ? found(null, [{ address: ip, family }]) : found(null, ip, family),
      });
      const refuse = (why: string): void => {
        failed(new OutgoingRefused(why));
        call.destroy();
      };
      const slow = setTimeout(() => refuse('it did not answer the door within 5 seconds'), connect_ms);
      call.on('socket', (socket) => socket.once('secureConnect', () => clearTimeout(slow)));
      call.on('close', () => clearTimeout(slow));
      call.on('error', () => refuse('it could not be reached safely'));
      call.on('response', (answer) => {
        const why = refusalOf(answer, bytes_max);
        if (why !== null) return refuse(why);
        bodyOf(answer, bytes_max)
          .then(done, failed)
          .finally(() => call.destroy());
      });
      call.end();
    });
  }
}

function refusalOf({ statusCode = 0, headers }: IncomingMessage, bytes_max: number): string | null {
  if (statusCode >= 300 && statusCode < 400) return 'it sends elsewhere';
  if (statusCode !== 200) return `it answers with status ${statusCode}`;
  if (headers['content-encoding'] !== undefined && headers['content-encoding'] !== 'identity')
    return 'its answer is packed';
  return Number(headers['content-length'] ?? 0) > bytes_max ? 'its answer is too large' : null;
}

async function bodyOf(answer: IncomingMessage, bytes_max: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const part of answer as AsyncIterable<Buffer>) {
      bytes += part.length;
      if (bytes > bytes_max) throw new OutgoingRefused('its answer is too large');
      parts.push(part);
    }
  } catch (error) {
    throw error instanceof OutgoingRefused ? error : new OutgoingRefused('its answer broke off');
  }
  return Buffer.concat(parts);
}
