import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ServiceKeys, SubjectKeys } from '#platform/crypto';
import { UnitOfWork, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { identityConfig } from '../config.js';
import { maskedContact, type Contact } from '../domain/contact.js';
import { fail } from '../domain/errors.js';
import { SendCodeJob } from '../domain/events.js';
import { contactLookup } from './contact-lookup.js';
import { bytes, idRow } from './rows.js';

export type ChallengePurpose =
  'register' | 'sign_in' | 'reset_password' | 'verify_contact' | 'step_up' | 'delegation' | 'own_code';

export interface AskedCode {
  challengeId: string;
  /** Masked: enough for the owner to know which message to look for. */
  sentTo: string;
  expiresAt: string;
}

const valid_minutes = 10;
const tries_max = 5;
const sends_max = 3;
const sends_window_minutes = 15;

const place = (row: string) => ({ table: 'identity.challenge', column: 'address_sealed', row });

const toSend = z.object({
  purpose: z.string(),
  person_id: z.uuid().nullable(),
  channel: z.enum(['sms', 'email']),
  address_sealed: bytes.nullable(),
  says: z.string().nullable(),
  language: z.string(),
  is_decoy: z.boolean(),
});

/** One-time codes: asked for, sent, proved, used. All times are real time, whatever the business clock says. */
@Injectable()
export class Challenges {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: ServiceKeys,
    private readonly subjects: SubjectKeys,
  ) {}

  /**
   * Asks for a code to be sent once the transaction has committed. A decoy goes the same way and is never right.
   * @throws too_many_codes (429)
   * @rule S-34
   */
  async ask(
    tx: Tx,
    asked: {
      purpose: ChallengePurpose;
      contact: Contact;
      personId: string | null;
      isDecoy?: boolean;
      boundTo?: string;
      says?: string;
      language: string;
    },
  ): Promise<AskedCode> {
    const { contact } = asked;
    const address = contactLookup(this.keys, contact);
    const isMobile = contact.kind === 'mobile';
    const prefix = this.keys.hmac('lookup', 'prefix', isMobile ? contact.value.slice(0, 8) : 'email');
    await this.assertWithinLimits(tx, address, isMobile ? prefix : null);
    const id = newId();
    const key = asked.personId === null ? null : await this.subjects.of(tx, asked.personId);
    const [row] = await tx.many(
      z.object({ expires_at: z.date() }),
      `insert into identity.challenge (id, purpose, person_id, channel, address_lookup, prefix_lookup, address_sealed,
                                       bound_to, says, language, is_decoy, made_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, clock_timestamp(), clock_timestamp() + make_interval(mins => $12))
       returning expires_at`,
      [
        id,
        asked.purpose,
        asked.personId,
        isMobile ? 'sms' : 'email',
        address,
        prefix,
        key?.seal(place(id), contact.value) ?? null,
        asked.boundTo ?? null,
        asked.says ?? null,
        asked.language,
        asked.isDecoy ?? false,
        valid_minutes,
      ],
    );
    tx.enqueue(SendCodeJob, { challengeId: id });
    return { challengeId: id, sentTo: maskedContact(contact), expiresAt: row!.expires_at.toISOString() };
  }

  /**
   * Counts a try, in a transaction of its own so that a refusal is counted too, and compares.
   * The code is spent only by `use`, together with what it was given for.
   * @throws code_refused (422), the same for every reason
   */
  async check(given: {
    challengeId: string;
    purpose: ChallengePurpose;
    code: string;
    boundTo?: string;
  }): Promise<void> {
    const known = await this.work.run((tx) =>
      tx.run(
        `update identity.challenge set tries = tries + 1
          where id = $1 and purpose = $2 and bound_to is not distinct from $3
            and tries < $4 and used_at is null and expires_at > clock_timestamp() and not is_decoy`,
        [given.challengeId, given.purpose, given.boundTo ?? null, tries_max],
      ),
    );
    const isRight = timingSafeEqual(Buffer.from(this.code(given.challengeId)), sixDigits(given.code));
    if (known !== 1 || !isRight) throw fail('code_refused');
  }

  /** Spends a code that `check` found right. @throws code_refused when somebody was faster */
  async use(tx: Tx, challengeId: string): Promise<{ personId: string | null }> {
    const row = await tx.maybe(
      z.object({ person_id: z.uuid().nullable() }),
      `update identity.challenge set used_at = clock_timestamp() where id = $1 and used_at is null returning person_id`,
      [challengeId],
    );
    if (!row) throw fail('code_refused');
    return { personId: row.person_id };
  }

  /** Whose code it is. @throws code_refused when it is nobody's */
  async owner(tx: Tx, challengeId: string): Promise<string> {
    const row = await tx.maybe(
      z.object({ person_id: z.uuid() }),
      `select person_id from identity.challenge where id = $1 and person_id is not null`,
      [challengeId],
    );
    if (!row) throw fail('code_refused');
    return row.person_id;
  }

  /** The address a code went to, for taking it over once the code was right. */
  async address(tx: Tx, challengeId: string): Promise<Contact> {
    const message = await this.message(tx, challengeId);
    if (message === null) throw fail('code_refused');
    return { kind: message.channel === 'sms' ? 'mobile' : 'email', value: message.to };
  }

  /** What a message needs, for the job that sends it; null when nothing is to be sent. */
  async message(tx: Tx, challengeId: string) {
    const row = await tx.maybe(
      toSend,
      `select purpose, person_id, channel, address_sealed, says, language, is_decoy from identity.challenge
        where id = $1 and used_at is null and expires_at > clock_timestamp()`,
      [challengeId],
    );
    if (!row?.address_sealed || row.person_id === null) return null;
    const to = (await this.subjects.of(tx, row.person_id)).open(place(challengeId), row.address_sealed);
    if (to === null) return null;
    const { purpose, channel, language, says } = row;
    return { purpose, channel, to, language, says, code: row.is_decoy ? null : this.code(challengeId) };
  }

  /**
   * The six digits of a challenge: a keyed function of its id, so that they rest nowhere, neither in a table nor in a
   * job, and a message sent again carries the same code. The key is 256 random bits of its own (S-63).
   */
  private code(challengeId: string): string {
    const number = this.keys.hmac('code', challengeId).readBigUInt64BE() % 1_000_000n;
    return number.toString().padStart(6, '0');
  }

  /** One at a time for one address, so that parallel requests cannot pass together. */
  private async assertWithinLimits(tx: Tx, address: Buffer, smsPrefix: Buffer | null): Promise<void> {
    await tx.run(`select pg_advisory_xact_lock(hashtextextended($1, 34))`, [address.toString('base64')]);
    const recent = await tx.many(
      idRow.extend({ free_s: z.coerce.number() }),
      `select id, ceil(extract(epoch from made_at + make_interval(mins => $2) - clock_timestamp())) as free_s
         from identity.challenge
        where address_lookup = $1 and made_at > clock_timestamp() - make_interval(mins => $2)
        order by made_at desc limit $3`,
      [address, sends_window_minutes, sends_max],
    );
    if (recent.length >= sends_max) throw fail('too_many_codes', { retryAfter_s: Math.max(1, recent.at(-1)!.free_s) });
    if (smsPrefix === null) return;
    const [series] = await tx.many(
      z.object({ sent: z.coerce.number() }),
      `select count(*) as sent from identity.challenge
        where prefix_lookup = $1 and made_at > clock_timestamp() - interval '1 day'`,
      [smsPrefix],
    );
    if (series!.sent >= identityConfig().OTP_PREFIX_DAY_MAX) throw fail('too_many_codes', { retryAfter_s: 3_600 });
  }
}

/** Anything but six digits compares like six wrong ones. */
const sixDigits = (text: string): Buffer => Buffer.from(/^[0-9]{6}$/.test(text) ? text : '------');
