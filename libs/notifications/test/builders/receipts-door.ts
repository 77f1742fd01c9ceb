import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A door for a provider's signed notices, as the api has one: it answers 200 when they were recorded, and 400. */
export class ReceiptsDoor {
  /** @param record  what the notices are given to: their bytes and headers */
  static async open(record: (bytes: Buffer, headers: IncomingHttpHeaders) => Promise<unknown>): Promise<ReceiptsDoor> {
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        record(Buffer.concat(parts), request.headers).then(
          () => response.writeHead(200).end(),
          () => response.writeHead(400).end(),
        );
      });
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    return new ReceiptsDoor(url, () => new Promise((resolve) => void server.close(() => resolve())));
  }

  private constructor(
    readonly url: string,
    readonly close: () => Promise<void>,
  ) {}
}
