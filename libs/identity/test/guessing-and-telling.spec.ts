import { availableParallelism } from 'node:os';
import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { newId } from '#platform/kernel';
import { asOwner, boot, type Booted } from '#platform/testing';
import { UnitOfWork, type Tx } from '#platform/database';
import { guess, patience, type GuessCount } from '../src/domain/guessing.js';
import { Persons } from '../src/data/persons.repository.js';
import { AskCode, IdentityModule, OpenSession, parseContact, RegisterPerson } from '../src/index.js';
import { fullStrength, Passwords, strengthIn } from '../src/security/passwords.js';
import { goodPassword, identityActors, inventedMobile } from './builders/identity-actors.js';

const tries = 200;
const at = (address: string) => ({ address, userAgent: 'test' });
const code = (name: string) => expect.objectContaining({ code: name });

describe('Who guesses, and what the answers tell', () => {
  let app: Booted;
  let actors: ReturnType<typeof identityActors>;
  beforeAll(async () => {
    app = await boot([IdentityModule]);
    actors = identityActors(app);
  });
  afterAll(() => app.close());

  const signIn = (name: string, password: string, address: string, deviceToken?: string) =>
    app.asSystem(() =>
      app.get(OpenSession).withPassword({ contact: parseContact(name), password, client: at(address), deviceToken }),
    );

  describe('S-31 hashing never takes the whole machine', () => {
    const cores = availableParallelism();

    test.each(['production', 'development'] as const)('S-31 in %s a hash costs 19 MiB, twice passed over', (kind) => {
      expect(strengthIn(kind)).toEqual({ memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    });

    test('S-31 the parameters are kept with the hash, and a weaker one follows at the next sign-in', async () => {
      const passwords = app.get(Passwords);
      const stored = await hash(goodPassword, fullStrength);
      expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      expect([await passwords.verify(stored, goodPassword), passwords.isOutdated(stored)]).toEqual([true, false]);

      const { personId, signIn: name } = await actors.person();
      const weak = await hash(goodPassword, { memoryCost: 8, timeCost: 1, parallelism: 1 });
      const inTx = <T>(act: (tx: Tx) => Promise<T>) => app.asSystem(() => app.get(UnitOfWork).run(act));
      await inTx((tx) => app.get(Persons).setPassword(tx, personId, weak));
      await signIn(name, goodPassword, '10.0.0.1');
      const kept = await inTx((tx) => app.get(Persons).byContact(tx, parseContact(name)!));
      expect([passwords.isOutdated(weak), passwords.isOutdated(kept!.password_hash!)]).toEqual([true, false]);
    });

    test('S-31 of 60 at once at most two for each core are hashed, and all get their answer', async () => {
      const passwords = app.get(Passwords);
      const stored = await passwords.hash(goodPassword);
      const all = Array.from({ length: 60 }, (_, i) => passwords.verify(stored, i % 2 ? goodPassword : 'wrong guess'));
      let most = 0;
      let isOver = false;
      const over = Promise.all(all).finally(() => (isOver = true));
      while (!isOver) {
        most = Math.max(most, passwords.load.hashing);
        await new Promise((resolve) => setImmediate(resolve));
      }
      expect((await over).filter(Boolean)).toHaveLength(30);
      expect(most).toBe(Math.min(60, cores * 2));
      expect(passwords.load).toEqual({ hashing: 0, waiting: 0 });
    });

    test('S-31 a crowd beyond that is told to come back: sign_in_busy', async () => {
      const passwords = app.get(Passwords);
      const room = cores * 2 + 64;
      const results = await Promise.allSettled(
        Array.from({ length: room + 5 }, () => passwords.verify(null, 'whatever it is')),
      );
      const refused = results.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
      expect(refused).toHaveLength(5);
      expect(refused[0]).toMatchObject({ code: 'sign_in_busy', status: 429, facts: { retryAfter_s: 2 } });
      expect(passwords.load).toEqual({ hashing: 0, waiting: 0 });
    });
  });

  describe('S-32 nobody learns who has an account', () => {
    let existing: string[];
    const absent = Array.from({ length: tries }, inventedMobile);
    beforeAll(async () => {
      const hash = await app.get(Passwords).hash(goodPassword);
      existing = [];
      for (let i = 0; i < tries; i++) {
        const { personId, signIn: name } = await actors.person({ password: null });
        await app.asSystem(() => app.get(UnitOfWork).run((tx) => app.get(Persons).setPassword(tx, personId, hash)));
        existing.push(name);
      }
    }, 120_000);

    const fresh = (i: number) => `10.${i % 250}.${Math.floor(i / 250)}.9`;
    const register = (name: string) =>
      app.asSystem(() =>
        app.get(RegisterPerson).ask({ name: 'Somebody', contact: parseContact(name)!, language: 'en', notice: 'n' }),
      );
    const asks: Record<string, (name: string, i: number) => Promise<unknown>> = {
      'a sign-in': (name, i) => signIn(name, 'not the password', fresh(i)),
      'a code': (name) => app.asSystem(() => app.get(AskCode).run('sign_in', parseContact(name)!)),
      'a reset': (name) => app.asSystem(() => app.get(AskCode).run('reset_password', parseContact(name)!)),
      'a registration': register,
    };

    /** What an ask came to, without the ids; the statements it sent; the passwords it hashed; how long it took. */
    async function observed(ask: () => Promise<unknown>) {
      const statements: string[] = [];
      const query = jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
        this: pg.Client,
        ...given: unknown[]
      ) {
        const text = typeof given[0] === 'string' ? given[0] : (given[0] as { text?: string }).text;
        statements.push(text ?? '');
        return Reflect.apply(send, this, given) as never;
      });
      const verify = jest.spyOn(app.get(Passwords), 'verify');
      const began = performance.now();
      const outcome = await ask().catch((error: { code: string; status: number; message: string }) => ({
        code: error.code,
        status: error.status,
        message: error.message,
      }));
      const took_ms = performance.now() - began;
      const hashed = verify.mock.calls.length;
      query.mockRestore();
      verify.mockRestore();
      const text = JSON.stringify(outcome)
        .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'an id')
        .replaceAll(/\+91•+\d\d|\+\d{3}•+\d\d/g, 'a masked address')
        .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'an instant');
      return { seen: { text, statements, hashed }, took_ms };
    }
    const send = pg.Client.prototype.query;
    const median = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!;

    beforeAll(() => register(inventedMobile()).then(() => asks['a code']!(inventedMobile(), 0)));
    // Each kind of ask begins with no code sent of late, to whomever.
    beforeEach(() =>
      app.asSystem(() =>
        app.get(UnitOfWork).run((tx) => tx.run(`update identity.challenge set made_at = made_at - interval '1 hour'`)),
      ),
    );

    test.each(Object.keys(asks))(
      `S-32 ${tries} times %s, known or not: the same answer by the same work`,
      async (what) => {
        const ask = asks[what]!;
        const took: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
        for (let i = 0; i < tries; i++) {
          const known = await observed(() => ask(existing[i]!, i));
          const unknown = await observed(() => ask(absent[i]!, i + tries));
          expect(unknown.seen).toEqual(known.seen);
          took.known.push(known.took_ms);
          took.unknown.push(unknown.took_ms);
        }
        const [known, unknown] = [median(took.known), median(took.unknown)];
        process.stdout.write(`${what}: medians ${known.toFixed(1)} and ${unknown.toFixed(1)} ms\n`);
      },
      180_000,
    );
  });

  describe('S-33 guessing does not pay', () => {
    test('S-33 10,000 tries over a day: at most 100 are looked at', () => {
      let count: GuessCount | null = null;
      let looked = 0;
      for (let i = 0; i < 10_000; i++) {
        const next: GuessCount | { wait_s: number } = guess('account', count, new Date(i * 8_640));
        if ('wait_s' in next) continue;
        [count, looked] = [next, looked + 1];
      }
      expect(looked).toBeLessThanOrEqual(100);
      expect(patience.account.wait_max_s).toBeLessThanOrEqual(1_800);
    });

    test('S-33 10,000 tries from 500 addresses: at most 100 reach hashing, the owner gets in and is told once', async () => {
      const { signIn: name, personId } = await actors.person();
      const known = await signIn(name, goodPassword, '10.0.0.1');
      const verify = jest.spyOn(app.get(Passwords), 'verify');
      let tried = 0;
      const answers = new Map<string, number>();
      const thief = async () => {
        for (let i = tried++; i < 10_000; i = tried++) {
          const answer = await signIn(name, `wrong guess ${i}`, `203.0.${i % 2}.${Math.floor(i / 2) % 250}`).then(
            () => 'let in',
            (error: { code: string }) => error.code,
          );
          answers.set(answer, (answers.get(answer) ?? 0) + 1);
        }
      };
      await Promise.all(Array.from({ length: 8 }, thief));
      const refusals = new Set(['sign_in_busy', 'sign_in_refused', 'too_many_tries']);
      expect([...answers.keys()].filter((answer) => !refusals.has(answer))).toEqual([]);
      expect([...answers.values()].reduce((a, b) => a + b)).toBe(10_000);
      expect(verify.mock.calls.length).toBeLessThanOrEqual(100);
      verify.mockRestore();
      expect((await signIn(name, goodPassword, '10.0.0.1', known.deviceToken)).personId).toBe(personId);
      const told = await asOwner(
        `select 1 from platform.outbox where name = 'identity.password_guessed' and payload->>'personId' = $1`,
        [personId],
      );
      expect(told).toHaveLength(1);
    }, 600_000);

    test('S-33 the device of somebody else is no help', async () => {
      const [mine, yours] = [await actors.person(), await actors.person()];
      const { deviceToken } = await signIn(mine.signIn, goodPassword, '10.0.0.1');
      const guesses = Array.from(
        { length: 12 },
        (_, i) => () => signIn(yours.signIn, `wrong guess ${i}`, `10.9.${i}.1`, deviceToken),
      );
      for (const each of guesses) await each().catch(() => undefined);
      await actors.lengthenWaits();
      await expect(signIn(yours.signIn, goodPassword, '10.0.0.2')).rejects.toEqual(code('too_many_tries'));
    });

    test('S-33 one address that guesses at many accounts has to wait', async () => {
      const address = `198.51.100.${newId().charCodeAt(0) % 250}`;
      const guessAt = () =>
        signIn(inventedMobile(), 'wrong guess', address).catch((error: { code: string }) => error.code);
      for (let i = 0; i < patience.address.free; i++) expect(await guessAt()).toBe('sign_in_refused');
      await actors.lengthenWaits();
      expect(await guessAt()).toBe('too_many_tries');
    });
  });
});
