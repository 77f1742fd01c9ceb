// The load generator, a process of its own: `node load.mjs PORT PATH SECONDS CONNECTIONS [ACCEPT]` keeps so many connections busy,
// one request at a time on each, and prints what it saw as one line of JSON. It speaks just enough HTTP over plain
// sockets to be several times cheaper than the server it loads.
import { connect } from 'node:net';

const [port, path, seconds, connections, accept = '*/*'] = process.argv.slice(2);
const request = `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: ${accept}\r\n\r\n`;
const endOfHead = Buffer.from('\r\n\r\n');
const until = performance.now() + Number(seconds) * 1_000;
let answers = 0;
let others = 0;

/** Asks again and again over one connection until the time is over. */
function keepAsking() {
  return new Promise((resolve, reject) => {
    const socket = connect({ port: Number(port), host: '127.0.0.1', noDelay: true });
    let seen = Buffer.alloc(0);
    let missing = 0;
    const answered = (/** @type {boolean} */ isGood) => {
      if (isGood) answers++;
      else others++;
      if (performance.now() < until) socket.write(request);
      else socket.end(() => resolve(undefined));
    };
    /** Whether the answer that began in `seen` is a 200; its length is read from its head. */
    let isGood = false;
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
      if (missing === 0) answered(isGood);
    });
    socket.once('error', reject);
    socket.once('connect', () => socket.write(request));
  });
}

const start = performance.now();
const before = process.cpuUsage();
await Promise.all(Array.from({ length: Number(connections) }, keepAsking));
const spent = process.cpuUsage(before);
const took_s = (performance.now() - start) / 1_000;
const cpu_s = (spent.user + spent.system) / 1e6;
process.stdout.write(`${JSON.stringify({ answers, others, took_s, cpu_s })}\n`);
