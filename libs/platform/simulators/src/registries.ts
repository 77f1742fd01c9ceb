import { z } from 'zod';
import { makeUtr } from './references.js';
import { checked, ok, refuse, textOf, type Answer, type Handler } from './simulated-http.js';
import { Simulator } from './simulator.js';

/** A few invented makers that tests and the demo know by name. All other well-formed numbers get a rule-made answer. */
const knownNames: Readonly<Record<string, string>> = {
  AAKFK4210M: 'Kosi Tussar Weavers',
  AABAB7731Q: 'Bidri Kalakar Sangha',
  AAECM5526L: 'Malwa Millets Producer Company Limited',
};

const linkedBody = z.strictObject({ register: z.enum(['udyam', 'dpiit']), number: z.string().min(5).max(40) });
const panBody = z.strictObject({ pan: z.string().regex(/^[A-Z]{5}[0-9]{4}[A-Z]$/), name: z.string().min(1).max(200) });

/** What enterprises of a size have filed, in paise: investment in plant, turnover of the last year. */
const filed = {
  micro: { investment_paise: '4000000', turnover_paise: '90000000' },
  small: { investment_paise: '6000000000', turnover_paise: '30000000000' },
  medium: { investment_paise: '40000000000', turnover_paise: '200000000000' },
} as const;

const penniesBody = z.strictObject({
  account: z.string().regex(/^[0-9]{9,18}$/),
  ifsc: z.string().regex(/^[A-Z]{4}0[A-Z0-9]{6}$/),
  name: z.string().min(1).max(100),
});

/**
 * Look-ups a maker's papers are checked against. The answer to a well-formed number is in its digits:
 * 9001 cancelled · 9002 suspended (GSTIN) or trader (Udyam) · 9003 not found; a GSTIN's digits are those of its PAN,
 * a Udyam number's its last four, and 9004 is somebody else's. A PAN's digits: 9011 not in force, 9012 somebody else's,
 * 9013 not found. Groups and e-KYC references by their last four: 9001 closed or failed, 9003 not found, 9004 somebody
 * else's. Bank accounts ending 9991 are closed, 9992 belong to somebody else, 9995 do not answer.
 */
export class RegistriesSimulator extends Simulator {
  readonly name = 'registries';
  readonly routes: Record<string, Handler> = {
    'GET /gstin/:gstin': ({ params }) => gstin(params['gstin']!),
    'GET /udyam/:number': ({ params, query }) => udyam(params['number']!, textOf(query['name'])),
    'POST /pan-checks': ({ body }) => panCheck(checked(panBody, body)),
    'GET /startups/:number': ({ params, query }) => startup(params['number']!, textOf(query['name'])),
    'POST /linked-mobiles/codes': ({ body }) => this.sendCode(checked(linkedBody, body)),
    'POST /linked-mobiles/codes/:id/confirmation': ({ params, body }) =>
      this.confirm(params['id']!, textOf(body['code'])),
    'GET /groups/:code': ({ params, query }) => group(params['code']!, textOf(query['name'])),
    'GET /kyc-results/:reference': ({ params, query }) => this.kyc(params['reference']!, textOf(query['name'])),
    'GET /artisan-cards/:number': ({ params }) => artisanCard(params['number']!),
    'POST /penny-drops': ({ body }) => this.pennyDrop(checked(penniesBody, body)),
  };
  private dropped = 0;
  /** Codes on their way: the six digits are the last ones of the number, so that a demo can type them. */
  private readonly codes = new Map<string, { code: string; tries: number }>();

  /** The register sends a code to the mobile it has on file for a number. */
  private sendCode({ number }: z.infer<typeof linkedBody>): Answer {
    const digits = number.replace(/[^0-9]/g, '');
    if (digits.endsWith('9003')) throw refuse(404, 'not_found', 'No such number.');
    const request_id = `code-${this.codes.size + 1}-${digits.slice(-4)}`;
    this.codes.set(request_id, { code: digits.slice(-6).padStart(6, '0'), tries: 0 });
    return ok({ request_id, mobile_ending: digits.slice(-4) });
  }

  /** Three tries, and good once. */
  private confirm(id: string, code: string): Answer {
    const sent = this.codes.get(id);
    if (sent === undefined) throw refuse(404, 'not_found', 'No such code.');
    sent.tries += 1;
    const confirmed = sent.tries <= 3 && sent.code === code;
    if (confirmed) sent.tries = 3;
    return ok({ confirmed });
  }

  /** What a licensed provider says of an offline e-KYC; it keeps far more and tells it to nobody. */
  private kyc(reference: string, name: string): Answer {
    if (!/^[A-Z0-9-]{6,40}$/.test(reference)) throw refuse(400, 'malformed', 'Not a reference.');
    const ending = reference.slice(-4);
    if (ending === '9003') throw refuse(404, 'not_found', 'No such e-KYC.');
    return ok({
      reference,
      status: ending === '9001' ? 'failed' : 'verified',
      verified_at: '2026-01-05T06:30:00.000Z',
      name: nameOf(name, ending === '9004', `Invented Person ${ending}`),
      aadhaar_last4: ending,
      consent_id: `CONSENT-${reference}`,
    });
  }

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

/** Whose a number is: of who asks, unless its digits say otherwise. */
const nameOf = (asked: string, isAnothers: boolean, invented: string): string =>
  isAnothers ? 'Quite Another Holder' : asked === '' ? invented : asked.toUpperCase();

function panCheck({ pan }: z.infer<typeof panBody>): Answer {
  const digits = pan.slice(5, 9);
  if (digits === '9013') throw refuse(404, 'not_found', 'No such PAN.');
  return ok({ pan, status: digits === '9011' ? 'inactive' : 'valid', name_fits: digits !== '9012' });
}

function startup(number: string, name: string): Answer {
  if (!/^DIPP[0-9]{1,6}$/.test(number)) throw refuse(400, 'malformed', 'Not a number of a recognition.');
  const ending = number.slice(-4);
  if (ending === '9003') throw refuse(404, 'not_found', 'No such recognition.');
  return ok({
    number,
    name: nameOf(name, ending === '9004', `Invented Startup ${ending}`),
    status: ending === '9001' ? 'withdrawn' : 'recognised',
    valid_to: ending === '9005' ? '2020-12-31' : '2033-03-31',
  });
}

function group(code: string, name: string): Answer {
  if (!/^[0-9A-Z-]{6,24}$/.test(code)) throw refuse(400, 'malformed', 'Not a code of a group.');
  const ending = code.slice(-4);
  if (ending === '9003') throw refuse(404, 'not_found', 'No such group.');
  return ok({
    code,
    name: nameOf(name, ending === '9004', `Invented Group ${ending}`),
    federation: 'Invented Block Level Federation',
    status: ending === '9001' ? 'closed' : 'active',
    members: 12,
  });
}

function udyam(number: string, name: string): Answer {
  if (!/^UDYAM-[A-Z]{2}-[0-9]{2}-[0-9]{7}$/.test(number)) throw refuse(400, 'malformed', 'Not a Udyam number.');
  const ending = number.slice(-4);
  if (ending === '9003') throw refuse(404, 'not_found', 'No such Udyam registration.');
  const sizes = ['micro', 'micro', 'small', 'medium'] as const;
  const size = sizes[Number(number.at(-1)) % sizes.length]!;
  return ok({
    number,
    name: nameOf(name, ending === '9004', `Invented Enterprise ${number.slice(-7)}`),
    status: ending === '9001' ? 'cancelled' : 'active',
    activity: ending === '9002' ? 'trading' : 'manufacturing',
    size,
    ...filed[size],
    women_owned: Number(number.at(-2)) % 3 === 0,
    social_category: Number(number.at(-3)) % 4 === 0 ? 'sc' : 'general',
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
