import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ServiceKeys, SubjectKeys } from '#platform/crypto';
import { UnitOfWork, type Tx } from '#platform/database';
import { namedId, newId } from '#platform/kernel';
import { identityConfig } from '../config.js';
import {
  aboutOf,
  challengePurposes,
  notices,
  type ChallengePurpose,
  type CodeFacts,
  type CodeMessage,
} from '../domain/code-message.js';
import { maskedContact, type Contact } from '../domain/contact.js';
import { fail } from '../domain/errors.js';
import { SendCodeJob } from '../domain/events.js';
import { contactLookup } from './contact-lookup.js';
import { bytes, idRow } from './rows.js';

/** Stands for whoever has an address that nobody here has (S-32). */
export const nobodyId = namedId('identity', 'nobody');

export interface AskedCode {
  challengeId: string;
  /** Masked: enough for the owner to know which message to look for. */
  sentTo: string;
  expiresAt: string;
}

const valid_minutes = 10;
const notice_minutes = 24 * 60;
const tries_max = 5;
const sends_max = 3;
const sends_window_minutes = 15;

const place = (row: string) => ({ table: 'identity.challenge', column: 'address_sealed', row });

const toSend = z.object({
  purpose: z.enum(challengePurposes),
  person_id: z.uuid().nullable(),
  channel: z.enum(['sms', 'email']),
  address_sealed: bytes.nullable(),
  says: z.string().nullable(),
  language: z.string(),
  is_decoy: z.boolean(),
});

const codeFacts = z.record(z.string(), z.string());

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
      personId: string;
      isDecoy?: boolean;
      boundTo?: string;
      /** What the message tells besides the code. */
      says?: CodeFacts;
      language: string;
    },
  ): Promise<AskedCode> {
    const { contact } = asked;
    const address = contactLookup(this.keys, contact);
    const isMobile = contact.kind === 'mobile';
    const prefix = this.keys.hmac('lookup', 'prefix', isMobile ? contact.value.slice(0, 8) : 'email');
    if (!notices.includes(asked.purpose)) await this.assertWithinLimits(tx, address, isMobile ? prefix : null);
    const id = newId();
    const key = await this.subjects.of(tx, asked.personId);
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
        key.seal(place(id), asked.personId === nobodyId ? 'nobody' : contact.value),
        asked.boundTo ?? null,
        asked.says === undefined ? null : JSON.stringify(asked.says),
        asked.language,
        asked.isDecoy ?? false,
        notices.includes(asked.purpose) ? notice_minutes : valid_minutes,
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
    const known = await this.work.runAlone((tx) =>
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
    const sent = await this.toSend(tx, challengeId);
    if (sent === null) throw fail('code_refused');
    return { kind: sent.row.channel === 'sms' ? 'mobile' : 'email', value: sent.to };
  }

  /** What goes to the owner of the address; null when nothing does. */
  async message(tx: Tx, challengeId: string): Promise<CodeMessage | null> {
    const sealed = await this.toSend(tx, challengeId);
    if (sealed === null) return null;
    const { row, to } = sealed;
    const facts = row.says === null ? {} : codeFacts.parse(JSON.parse(row.says));
    const about = aboutOf(row.purpose, row.is_decoy, facts['act']);
    if (about === null) return null;
    const { channel, language } = row;
    return { channel, to, language, about, facts, code: row.is_decoy ? null : this.code(challengeId) };
  }

  private async toSend(tx: Tx, challengeId: string): Promise<{ row: z.infer<typeof toSend>; to: string } | null> {
    const row = await tx.maybe(
      toSend,
      `select purpose, person_id, channel, address_sealed, says, language, is_decoy from identity.challenge
        where id = $1 and used_at is null and expires_at > clock_timestamp()`,
      [challengeId],
    );
    if (!row?.address_sealed || row.person_id === null) return null;
    const to = (await this.subjects.of(tx, row.person_id)).open(place(challengeId), row.address_sealed);
    return to === null ? null : { row, to };
  }

  /**
   * The six digits of a challenge: a keyed function of its id, so that they rest nowhere, neither in a table nor in a
   * job, and a message sent again carries the same code. The key is 256 random bits of its own (S-63).
   */
  private code(challengeId: string): string {
    const number = this.keys.hmac('code', challengeId).readBigUInt64BE() % 1_000_000n;
    return number.toString().padStart(6, '0');
  }

  /** One at a time for one address and one series, so that parallel requests cannot pass together. */
  private async assertWithinLimits(tx: Tx, address: Buffer, smsPrefix: Buffer | null): Promise<void> {
    for (const one of smsPrefix === null ? [address] : [address, smsPrefix])
      await tx.run(`select pg_advisory_xact_lock(hashtextextended($1, 34))`, [one.toString('base64')]);
    const recent = await tx.many(
      idRow.extend({ free_s: z.coerce.number() }),
      `select id, ceil(extract(epoch from made_at + make_interval(mins => $2) - clock_timestamp())) as free_s
         from identity.challenge
        where address_lookup = $1 and made_at > clock_timestamp() - make_interval(mins => $2) and purpose <> 'team_invitation'
        order by made_at desc limit $3`,
      [address, sends_window_minutes, sends_max],
    );
    if (recent.length >= sends_max) throw fail('too_many_codes', { retryAfter_s: Math.max(1, recent.at(-1)!.free_s) });
    const { OTP_NUMBER_DAY_MAX, OTP_PREFIX_DAY_MAX } = identityConfig();
    if ((await this.sentToday(tx, 'address_lookup', address)) >= OTP_NUMBER_DAY_MAX)
      throw fail('too_many_codes', { retryAfter_s: 3_600 });
    if (smsPrefix !== null && (await this.sentToday(tx, 'prefix_lookup', smsPrefix)) >= OTP_PREFIX_DAY_MAX)
      throw fail('too_many_codes', { retryAfter_s: 3_600 });
  }

  private async sentToday(tx: Tx, column: 'address_lookup' | 'prefix_lookup', value: Buffer): Promise<number> {
    const [series] = await tx.many(
      z.object({ sent: z.coerce.number() }),
      `select count(*) as sent from identity.challenge
        where ${column} = $1 and made_at > clock_timestamp() - interval '1 day' and purpose <> 'team_invitation'`,
      [value],
    );
    return series!.sent;
  }
}

/** Anything but six digits compares like six wrong ones. */
const sixDigits = (text: string): Buffer => Buffer.from(/^[0-9]{6}$/.test(text) ? text : '------');
