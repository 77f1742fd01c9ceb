import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Secret, TOTP } from 'otpauth';
import { projectRoot } from '../lib/paths.mjs';

/** @typedef {import('./transcript.mjs').Transcript} Transcript */
/** @typedef {{ name: string, personId: string, token: string, bazaar: Bazaar }} Signed */

const dataFolder = join(projectRoot, '.data');

/** A running bazaar as the demo sees it: HTTP, the demo accounts, and the simulated world outside. */
export class Bazaar {
  /**
   * @param {string} baseUrl
   * @param {string} worldUrl
   * @param {Transcript} transcript
   * @param {{ name: string, role: string, signIn: string, password: string, totpSecret: string | null }[]} accounts
   */
  constructor(baseUrl, worldUrl, transcript, accounts) {
    this.baseUrl = baseUrl;
    this.worldUrl = worldUrl;
    this.transcript = transcript;
    this.accounts = accounts;
  }

  /**
   * @param {string} baseUrl
   * @param {string} worldUrl
   * @param {Transcript} transcript
   */
  static async open(baseUrl, worldUrl, transcript) {
    const ready = await fetch(`${baseUrl}/health/ready`).catch(() => null);
    if (!ready?.ok)
      throw new Error(
        `nothing answers at ${baseUrl}; run \`npm start\` in another window first, or say with BASE_URL where it runs`,
      );
    const file = process.env['DEMO_ACCOUNTS'] ?? join(dataFolder, 'demo-accounts.json');
    return new Bazaar(baseUrl, worldUrl, transcript, JSON.parse(readFileSync(file, 'utf8')));
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {{ token?: string, body?: unknown, type?: string, expect?: number[] }} [options]
   * @returns {Promise<any>} the answer's body
   */
  async call(method, path, { token, body, type = 'application/json', expect = [200, 201, 202, 204] } = {}) {
    const answer = await fetch(this.baseUrl + path, {
      method,
      headers: {
        'idempotency-key': randomUUID(),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': type }),
      },
      body: body === undefined ? undefined : Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body),
    });
    const text = await answer.text();
    if (!expect.includes(answer.status)) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return text === '' ? null : JSON.parse(text);
  }

  /** The demo account of a role, signed in. @param {string} role */
  async signIn(role) {
    const account = this.accounts.find((one) => one.role === role);
    if (!account) throw new Error(`there is no demo account of the role ${role}`);
    return this.signInAs(account);
  }

  /**
   * @param {{ name: string, signIn: string, password: string, totpSecret?: string | null }} account
   * @returns {Promise<Signed>}
   */
  async signInAs({ name, signIn, password, totpSecret }) {
    // An authenticator's code is good once; the next one is taken early, as the drift that is allowed permits.
    for (const early_s of totpSecret ? [0, 30, -30] : [0]) {
      const code = totpSecret && new TOTP({ secret: Secret.fromBase32(totpSecret) });
      const secondFactor = code ? code.generate({ timestamp: Date.now() + early_s * 1000 }) : undefined;
      const tokens = await this.call('POST', '/v1/auth/sessions', {
        body: { signIn, password, secondFactor },
        expect: [201, 401, 403],
      });
      if (tokens.accessToken && (!totpSecret || tokens.secondFactor === 'proved')) {
        return { name, personId: tokens.personId, token: tokens.accessToken, bazaar: this };
      }
    }
    throw new Error(`${name} could not sign in; wait half a minute for the next code of the authenticator`);
  }

  /** The code that was sent to somebody, from the outbox of this trial installation. @param {string} challengeId */
  codeSent(challengeId) {
    return this.until('a code is sent', () => {
      const outbox = join(dataFolder, 'outbox');
      const letters = existsSync(outbox) ? readdirSync(outbox) : [];
      const letter = letters.find((name) => name.endsWith(`-${challengeId.slice(-8)}.txt`) && !name.startsWith('.'));
      return letter ? (/\b[0-9]{6}\b/.exec(readFileSync(join(outbox, letter), 'utf8'))?.[0] ?? null) : null;
    });
  }

  /**
   * Something happens in the world outside.
   * @param {string} path
   * @param {unknown} body
   * @returns {Promise<any>} what the simulator answers
   */
  async outside(path, body = {}) {
    const answer = await fetch(this.worldUrl + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`the simulated world answered ${answer.status}: ${text}`);
    return text === '' ? null : JSON.parse(text);
  }

  /**
   * Asks until there is an answer, because jobs do the rest; half a minute at most.
   * @template T
   * @param {string} what
   * @param {() => Promise<T | null> | T | null} ask
   * @returns {Promise<T>}
   */
  async until(what, ask) {
    for (let tries = 0; tries < 150; tries++) {
      const answer = await ask();
      if (answer !== null) return answer;
      await sleep(200);
    }
    throw new Error(`${what}: it did not happen within half a minute`);
  }

  /**
   * Waits for an object to be in a state.
   * @param {Signed} who
   * @param {string} path
   * @param {string} state
   */
  state(who, path, state) {
    return this.until(`${path} becomes ${state}`, async () => {
      const seen = await this.call('GET', path, { token: who.token });
      return seen.state === state ? seen : null;
    });
  }

  /** Lets business time pass. @param {number} days */
  async passes(days) {
    const admin = await this.signIn('platform_admin');
    await this.call('POST', '/v1/admin/clock/advance', { token: admin.token, body: { days } });
    this.transcript.step('The clock', `moves on by ${days} days`);
  }
}
