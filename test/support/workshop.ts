import { openBazaar } from './bazaar.js';
import { drives } from './drive/drive.js';
import type { Workshop } from './drive/driven.js';
import { hands } from './hands.js';

/** A whole bazaar without its worker, for tests that need things in a certain state. */
export async function openWorkshop(with_: { itsOwn?: boolean } = {}): Promise<Workshop> {
  const bazaar = await openBazaar({ ...with_, worker: false });
  const post = async (path: string, body: object = {}): Promise<unknown> => {
    const answer = await fetch(bazaar.world + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`the world answered ${answer.status} to ${path}: ${await answer.text()}`);
    return answer.json();
  };
  const workshop = {
    ...bazaar,
    hands: hands(bazaar.booted),
    async outside<T>(path: string, body?: object): Promise<T> {
      const answer = await post(path, body);
      const notifies = /^(\/courier)?\/_control\/(parcels|payment_intents|refunds|charges|disputes)\//.exec(path);
      if (notifies) await post(`${notifies[1] ?? ''}/_control/deliver`);
      return answer as T;
    },
  };
  return Object.assign(workshop, { drive: drives(() => workshop as Workshop) });
}
