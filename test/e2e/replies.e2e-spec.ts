import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '#platform/kernel';
import { signLikeStandardWebhooks } from '#platform/simulators';
import { openBazaar, type Bazaar } from '../support/bazaar.js';
import { journey, type Headers } from '../support/journey.js';

/** A maker without a computer answers for her orders by writing back, with all processes running. */
describe('Replies to messages', () => {
  let bazaar: Bazaar;
  beforeAll(async () => {
    // Its clock runs for days: orders of other files would lapse.
    bazaar = await openBazaar({ itsOwn: true });
  }, 120_000);
  afterAll(() => bazaar.close(), 30_000);

  const { get, becomes, outside, unpaidOrder } = journey(
    () => bazaar,
    () => null,
  );
  /** An SMS as it left the house: where it went, and its text. */
  const smsAbout = async (what: string, number: string) => {
    const folder = process.env['OUTBOX_DIR']!;
    const files = (await readdir(folder))
      .filter((file) => file.includes(`${what}-sms`) && file.endsWith('.txt'))
      .sort();
    const letters = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
    return letters.filter((letter) => letter.includes(number));
  };
  const asked = async (order: { orderId: string; path: string }, shopper: Headers) => {
    const { number } = await get(shopper, order.path);
    const [letter] = await bazaar.until(
      'the maker is told of the order',
      () => smsAbout('orders.placed-maker', number as string),
      (letters) => letters.length > 0,
    );
    return {
      number: number as string,
      phone: /^To: (\S+)/.exec(letter!)![1]!,
      code: /Reply Y (\d{4}) to accept or N \1 to decline/.exec(letter!)![1]!,
    };
  };
  const replies = (from: string, text: string, id?: string) => outside('/phones/_control/replies', { from, text, id });
  const answers = (headers: Headers, subject: string, count = 1) =>
    bazaar.until(
      `she is told: ${subject}`,
      async () =>
        ((await get(headers, '/v1/auth/messages?limit=100')).items as { event: string; subject: string }[])
          .filter((item) => item.event === 'notifications.reply_answered')
          .filter((item) => item.subject === subject),
      (items) => items.length >= count,
    );
  async function ordered(stock = 3) {
    const { piece, maker } = await bazaar.makerWith({ price_paise: 80_000, stock });
    const { headers: shopper } = await bazaar.people.shopper();
    const order = async () => {
      const made = await unpaidOrder(shopper, piece.offerId, 1);
      await made.pays();
      await becomes(shopper, made.path, 'placed', 'it is placed');
      return { ...made, ...(await asked(made, shopper)) };
    };
    return { maker, shopper, order };
  }

  test('SM-4 S-36 she accepts one order and declines another by their codes; what is said twice does no harm', async () => {
    const { maker, shopper, order } = await ordered();
    const [one, other] = [await order(), await order()];
    expect(one.code).not.toBe(other.code);
    await replies(one.phone, `Y ${one.code}`, 'reply-1');
    await becomes(shopper, one.path, 'confirmed', 'it is accepted');
    await replies(one.phone, `नहीं ${other.code}`);
    await becomes(shopper, other.path, 'cancelled_by_seller', 'it is declined');
    await answers(maker, `Order ${one.number} is accepted`);
    await answers(maker, `Order ${other.number} is declined`);

    await replies(one.phone, `Y ${one.code}`, 'reply-1');
    await replies(one.phone, `Y ${one.code}`);
    await answers(maker, `Order ${one.number} is accepted`, 2);
    await replies(one.phone, `N ${one.code}`);
    await answers(maker, `Your reply about order ${one.number} came too late`);
    expect((await get(shopper, one.path)).state).toBe('confirmed');
    expect(await answers(maker, `Order ${one.number} is accepted`)).toHaveLength(2);
    const steps = (await get(maker, `/v1/seller/orders/${one.orderId}/timeline`)).steps as { event: string }[];
    expect(steps.filter(({ event }) => event === 'accept')).toHaveLength(1);
  });

  test('S-36 S-42 a code of one shop says nothing from the number of another, and who guesses waits', async () => {
    const { shopper, order } = await ordered();
    const waiting = await order();
    const stranger = await ordered();
    const hers = await stranger.order();
    const free = ['1111', '2222', '3333'].filter((code) => code !== hers.code);
    const foreign = waiting.code === hers.code ? free[0]! : waiting.code;
    await replies(hers.phone, `Y ${foreign}`);
    await answers(stranger.maker, 'We know no order by the code in your reply');
    for (const text of ['Please call me', 'Y', `Y ${free[1]}`, 'thank you']) await replies(hers.phone, text);
    await answers(stranger.maker, 'We did not understand your reply', 3);
    await answers(stranger.maker, 'We know no order by the code in your reply', 2);
    await replies(hers.phone, `Y ${hers.code}`);
    await answers(stranger.maker, 'Replies from your number wait for an hour');
    await bazaar.passes(2);
    await replies(hers.phone, `Y ${hers.code}`);
    await answers(stranger.maker, `Order ${hers.number} is accepted`);
    expect((await get(shopper, waiting.path)).state).toBe('placed');
    await replies('+919000000000', `Y ${waiting.code}`);
    await replies(waiting.phone, `Y ${waiting.code}`);
    await becomes(shopper, waiting.path, 'confirmed', 'its own maker accepts it');
  });

  test('SM-4 after her clock has run out a reply changes nothing, and she hears it', async () => {
    const { maker, shopper, order } = await ordered();
    const late = await order();
    await bazaar.passes(30 * 24);
    await replies(late.phone, `Y ${late.code}`);
    await answers(maker, `Your reply about order ${late.number} came too late`);
    await becomes(shopper, late.path, 'cancelled_by_seller', 'it has lapsed');
  });

  test('S-18 a reply nobody signed is refused', async () => {
    const body = JSON.stringify({ id: newId(), from: '+919876500042', text: 'Y 4821', channel: 'sms' });
    const post = (headers: Record<string, string>) =>
      bazaar.api
        .post('/webhooks/replies')
        .set({ 'content-type': 'application/json', ...headers })
        .send(body);
    expect((await post({}).expect(400)).body).toMatchObject({ code: 'reply_rejected', rule: 'S-18' });
    const wrong = signLikeStandardWebhooks({ id: 'x', body }, 'whsec_d3Jvbmc=', Math.floor(Date.now() / 1000));
    expect((await post(wrong).expect(400)).body.detail).toContain('bad signature');
  });
});
