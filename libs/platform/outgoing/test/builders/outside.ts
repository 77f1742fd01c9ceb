import { createServer } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Road } from '../../src/index.js';

/** A key known to both sides stands for a certificate: the world of a test is one machine. */
const psk = Buffer.alloc(32, 1);
const tls = { ciphers: 'PSK', minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' } as const;

export type Answering = (request: IncomingMessage, answer: ServerResponse) => void;

export interface Outside {
  port(): number;
  /** The way there, from a name to addresses and through the door. */
  road(names: Pick<Road, 'resolve' | 'isOpen'>): Road;
  close(): Promise<void>;
}

/** A server that stands for the open internet: it answers by path, and with 404 where it knows none. */
export async function openOutside(answers: Readonly<Record<string, Answering>>): Promise<Outside> {
  const server = createServer({ ...tls, pskCallback: () => psk }, (request, answer) => {
    const known = answers[request.url ?? ''];
    if (known) known(request, answer);
    else answer.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const port = () => (server.address() as AddressInfo).port;
  return {
    port,
    road: (names) => ({
      ...names,
      port,
      tls: { ...tls, pskCallback: () => ({ psk, identity: 'test' }), checkServerIdentity: () => undefined },
    }),
    close: () => new Promise((done) => server.close(() => done())),
  };
}
