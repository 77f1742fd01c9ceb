// The load generator, a process of its own: `node load.mjs PORT PATH SECONDS CONNECTIONS [ACCEPT] [RATE]` prints what it saw as
// one line of JSON. Without a rate it keeps so many connections busy, one request at a time on each. With one, requests are
// due at that rate whatever the server does, and each is timed from the moment it was due: a server that stands still for
// a second is not forgiven the requests that had to wait. It speaks just enough HTTP over plain sockets to be several times
// cheaper than the server it loads.
import { connect } from 'node:net';

const [port, path, seconds, connections, accept = '*/*', rate = '0'] = process.argv.slice(2);
const request = `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: ${accept}\r\n\r\n`;
const endOfHead = Buffer.from('\r\n\r\n');
const perSecond = Number(rate);
let answers = 0;
let others = 0;
/** @type {number[]} */
const took_ms = [];

/**
 * One connection; `asked` resolves with the next answer.
 *
 * @returns {Promise<{ ask: () => Promise<void>, end: () => Promise<void> }>}
 */
function open() {
  return new Promise((resolve, reject) => {
    const socket = connect({ port: Number(port), host: '127.0.0.1', noDelay: true });
    let seen = Buffer.alloc(0);
    let missing = 0;
    /** Whether the answer that began in `seen` is a 200; its length is read from its head. */
    let isGood = false;
    let answered = () => {};
    socket.on('data', (data) => {
      if (missing > 0) {
        missing -= data.length;
      } else {
        seen = seen.length === 0 ? data : Buffer.concat([seen, data]);
        const head = seen.indexOf(endOfHead);
        if (head === -1) return;
        isGood = seen.toString('latin1', 9, 12) === '200';
        const length = /\r\ncontent-length: (\d+)/i.exec(seen.toString('latin1', 0, head));
        missing = head + endOfHead.length + Number(length?.[1] ?? 0) - seen.length;
        seen = Buffer.alloc(0);
      }
      if (missing !== 0) return;
      if (isGood) answers++;
      else others++;
      answered();
    });
    socket.once('error', reject);
    socket.once('connect', () =>
      resolve({
        ask: () =>
          new Promise((done) => {
            answered = done;
            socket.write(request);
          }),
        end: () => new Promise((done) => socket.end(() => done())),
      }),
    );
  });
}

/** Asks again and again over each connection until the time is over. @param {Awaited<ReturnType<typeof open>>[]} all */
async function keepAsking(all) {
  const until = performance.now() + Number(seconds) * 1_000;
  await Promise.all(
    all.map(async ({ ask }) => {
      do {
        const asked = performance.now();
        await ask();
        took_ms.push(performance.now() - asked);
      } while (performance.now() < until);
    }),
  );
}

/** Asks at the rate; what finds no free connection waits for one, and its time runs. @param {Awaited<ReturnType<typeof open>>[]} all */
async function askSteadily(all) {
  const begun = performance.now();
  const wanted = Math.ceil(Number(seconds) * perSecond);
  let next = 0;
  await Promise.all(
    all.map(async ({ ask }) => {
      for (let n = next++; n < wanted; n = next++) {
        const due = begun + (n * 1_000) / perSecond;
        const early = due - performance.now();
        if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
        await ask();
        took_ms.push(performance.now() - due);
      }
    }),
  );
}

const all = await Promise.all(Array.from({ length: Number(connections) }, open));
const start = performance.now();
const before = process.cpuUsage();
await (perSecond > 0 ? askSteadily(all) : keepAsking(all));
const took_s = (performance.now() - start) / 1_000;
const spent = process.cpuUsage(before);
await Promise.all(all.map(({ end }) => end()));
took_ms.sort((a, b) => a - b);
/** @param {number} share */
const at = (share) => took_ms[Math.min(took_ms.length - 1, Math.floor(took_ms.length * share))] ?? 0;
const cpu_s = (spent.user + spent.system) / 1e6;
process.stdout.write(`${JSON.stringify({ answers, others, took_s, cpu_s, p50_ms: at(0.5), p99_ms: at(0.99) })}\n`);
