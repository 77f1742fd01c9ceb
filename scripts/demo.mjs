import { Bazaar } from './demo/bazaar.mjs';
import { dispute } from './demo/dispute.mjs';
import { onboardArtisan } from './demo/onboard-artisan.mjs';
import { publicPurchase } from './demo/public-purchase.mjs';
import { retailOrder } from './demo/retail-order.mjs';
import { returnOfOne } from './demo/return.mjs';
import { Transcript } from './demo/transcript.mjs';
import { readStartLock } from './lib/start-lock.mjs';

// `npm run demo`: plays the journeys over HTTP against a running trial installation and prints them to be read.
// Without a word about where, it is the one that runs from this folder.
const port = Number(process.env['PORT'] ?? portOf(readStartLock()?.url) ?? 3000);
const baseUrl = process.env['BASE_URL'] ?? `http://127.0.0.1:${port}`;
const worldUrl = process.env['SIMULATORS_URL'] ?? `http://127.0.0.1:${process.env['SIMULATORS_PORT'] ?? port + 3}`;

/** @param {string | undefined} url */
function portOf(url) {
  return url === undefined ? undefined : new URL(url).port;
}

const transcript = new Transcript();
try {
  const bazaar = await Bazaar.open(baseUrl, worldUrl, transcript);
  transcript.title(`ODOP Bazaar at ${baseUrl}: every person in this story is invented.`);
  const maker = await onboardArtisan(bazaar);
  await retailOrder(bazaar, maker);
  await returnOfOne(bazaar, maker);
  await dispute(bazaar, maker);
  await publicPurchase(bazaar, maker);
  transcript.title('Every step came out as it should.');
} catch (error) {
  transcript.failed(error);
  process.exitCode = 1;
}
