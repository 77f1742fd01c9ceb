import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A wire to a server that can be cut (refuses and resets), made silent (takes everything, answers nothing) and mended. */
export interface Wire {
  /** The server's address with the wire in between. */
  url: string;
  cut(): void;
  swallow(): void;
  mend(): void;
  close(): void;
}

export async function openWire(to: string): Promise<Wire> {
  const target = new URL(to);
  let state: 'whole' | 'cut' | 'silent' = 'whole';
  const ends = new Set<Socket>();
  const silenced = new Set<Socket>();
  const reset = (sockets: Iterable<Socket>): void => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  const server = createServer((near) => {
    ends.add(near);
    near.on('error', () => undefined).on('close', () => ends.delete(near));
    if (state === 'cut') return near.resetAndDestroy();
    if (state === 'silent') return void silenced.add(near).size;
    const far = connect(Number(target.port), target.hostname);
    ends.add(far);
    far.on('error', () => undefined).on('close', () => ends.delete(far) && near.destroy());
    near.on('close', () => far.destroy());
    near.on('data', (bytes) => (state === 'silent' ? silenced.add(near) : far.write(bytes)));
    far.on('data', (bytes) => (state === 'silent' ? silenced.add(near) : near.write(bytes)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const near = new URL(to);
  near.hostname = '127.0.0.1';
  near.port = String((server.address() as AddressInfo).port);
  return {
    url: near.href,
    cut: () => {
      state = 'cut';
      reset(ends);
    },
    swallow: () => (state = 'silent'),
    /** Connections that lost bytes are dead: the far side has forgotten them. */
    mend: () => {
      state = 'whole';
      reset(silenced);
      silenced.clear();
    },
    close: () => {
      reset(ends);
      server.close();
    },
  };
}
