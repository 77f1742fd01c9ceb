import { z } from 'zod';
import { makeUtr } from './references.js';
import { checked, ok, refuse, type Answer, type Handler } from './simulated-http.js';
import { Simulator } from './simulator.js';

/** A few invented makers that tests and the demo know by name. All other well-formed numbers get a rule-made answer. */
const knownNames: Readonly<Record<string, string>> = {
  AAKFK4210M: 'Kosi Tussar Weavers',
  AABAB7731Q: 'Bidri Kalakar Sangha',
  AAECM5526L: 'Malwa Millets Producer Company Limited',
};

const penniesBody = z.strictObject({
  account: z.string().regex(/^[0-9]{9,18}$/),
  ifsc: z.string().regex(/^[A-Z]{4}0[A-Z0-9]{6}$/),
  name: z.string().min(1).max(100),
});

/**
 * Look-ups a maker's papers are checked against. The answer to a well-formed number is in its digits:
 * 9001 cancelled · 9002 suspended (GSTIN) or trader (Udyam) · 9003 not found; a GSTIN's digits are those of its PAN,
 * a Udyam number's its last four. Bank accounts ending 9991 are closed, 9992 belong to somebody else, 9995 do not answer.
 */
export class RegistriesSimulator extends Simulator {
  readonly name = 'registries';
  readonly routes: Record<string, Handler> = {
    'GET /gstin/:gstin': ({ params }) => gstin(params['gstin']!),
    'GET /udyam/:number': ({ params }) => udyam(params['number']!),
    'GET /artisan-cards/:number': ({ params }) => artisanCard(params['number']!),
    'POST /penny-drops': ({ body }) => this.pennyDrop(checked(penniesBody, body)),
  };
  private dropped = 0;

  configure(options: { secretKey: string }): this {
    this.secretKey = options.secretKey;
    return this;
  }

  async start(options: { secretKey: string; port?: number }): Promise<void> {
    await this.configure(options).open(options.port);
  }

  state() {
    return { penniesDropped: this.dropped };
  }

  /** One rupee goes to the account; the bank says whose it is. */
  private pennyDrop(asked: z.infer<typeof penniesBody>): Answer {
    const ending = asked.account.slice(-4);
    if (ending === '9995') throw refuse(503, 'bank_not_reachable', 'The bank of this account does not answer.');
    if (ending === '9991') return ok({ status: 'failed', reason: 'account_closed', name_at_bank: null, utr: null });
    this.dropped += 1;
    const name_at_bank = ending === '9992' ? 'Suresh Invented Person' : asked.name.toUpperCase();
    return ok({ status: 'credited', reason: null, name_at_bank, utr: makeUtr('SIMP') });
  }
}

function gstin(number: string): Answer {
  if (!/^[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z][A-Z][0-9A-Z]$/.test(number) || checkCharacter(number) !== number[14]) {
    throw refuse(400, 'malformed', 'Not a GSTIN.');
  }
  const pan = number.slice(2, 12);
  const digits = number.slice(7, 11);
  if (digits === '9003') throw refuse(404, 'not_found', 'No such GSTIN.');
  const legal_name = knownNames[pan] ?? `${pan} Invented Enterprise`;
  const status = digits === '9001' ? 'cancelled' : digits === '9002' ? 'suspended' : 'active';
  return ok({
    gstin: number,
    pan,
    state_code: number.slice(0, 2),
    legal_name,
    trade_name: legal_name,
    status,
    type: 'regular',
  });
}

/** The last character of a GSTIN: weights 1, 2, 1, 2 … in base 36, digits of each product added up. @rule */
function checkCharacter(number: string): string {
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  let sum = 0;
  for (let i = 0; i < 14; i += 1) {
    const product = alphabet.indexOf(number[i]!) * (i % 2 === 0 ? 1 : 2);
    sum += Math.floor(product / 36) + (product % 36);
  }
  return alphabet[(36 - (sum % 36)) % 36]!;
}

function udyam(number: string): Answer {
  if (!/^UDYAM-[A-Z]{2}-[0-9]{2}-[0-9]{7}$/.test(number)) throw refuse(400, 'malformed', 'Not a Udyam number.');
  const ending = number.slice(-4);
  if (ending === '9003') throw refuse(404, 'not_found', 'No such Udyam registration.');
  const sizes = ['micro', 'micro', 'small', 'medium'] as const;
  return ok({
    number,
    name: `Invented Enterprise ${number.slice(-7)}`,
    status: ending === '9001' ? 'cancelled' : 'active',
    activity: ending === '9002' ? 'trading' : 'manufacturing',
    size: sizes[Number(number.at(-1)) % sizes.length],
    women_owned: Number(number.at(-2)) % 3 === 0,
    social_category: Number(number.at(-3)) % 4 === 0 ? 'sc_st' : 'general',
    state: number.slice(6, 8),
    linked_mobile_ending: number.slice(-4),
  });
}

function artisanCard(number: string): Answer {
  if (!/^[A-Z0-9-]{6,24}$/.test(number)) throw refuse(400, 'malformed', 'Not a card number.');
  if (number.endsWith('9003')) throw refuse(404, 'not_found', 'No such card.');
  const status = number.endsWith('9001') ? 'expired' : 'active';
  return ok({ number, name: `Invented Artisan ${number.slice(-4)}`, craft: 'hand weaving', status });
}
