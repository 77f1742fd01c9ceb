import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { seeingAll, type Tx, UnitOfWork } from '#platform/database';
import { assert, fresh_minutes, newId } from '#platform/kernel';
import { Challenges, type AskedCode } from '../data/challenges.repository.js';
import { OwnConsentEntity } from '../data/delegation.entity.js';
import { Persons } from '../data/persons.repository.js';
import { idRow } from '../data/rows.js';
import { asSystem } from '../data/system-scope.js';
import type { CodeFacts, MoneyActName } from '../domain/code-message.js';
import { fail } from '../domain/errors.js';

/** What the maker is asked to agree to: one act, on one object. */
export interface MoneyAct {
  /** The word the use-case asks for in `require`. */
  act: MoneyActName;
  /** Stands for everything that is agreed to: another account is another id. */
  objectId: string;
  /** In the message to the maker. Said by the module that does the act, never by the delegate. */
  says: CodeFacts;
}

const liveRow = z.object({ id: z.uuid(), maker_person_id: z.uuid(), delegate_person_id: z.uuid() });
const consentRow = z.object({ id: z.uuid(), challenge_id: z.uuid() });

/** The maker's own code for acts about money done by her delegate. */
@Injectable()
export class OwnCode {
  constructor(
    private readonly work: UnitOfWork,
    private readonly persons: Persons,
    private readonly challenges: Challenges,
  ) {}

  /**
   * Sends a code to the maker for whom the caller acts, naming the act.
   * @throws delegation_not_found (404), too_many_codes (429)
   * @rule S-34
   */
  ask(tx: Tx, { act, objectId, says }: MoneyAct): Promise<AskedCode & { consentId: string }> {
    const { personId, delegateId, organisationId } = tx.actor;
    return seeingAll(tx, async () => {
      const live = await tx.maybe(
        liveRow,
        `select id, maker_person_id, delegate_person_id from identity.delegation
          where maker_person_id = $1 and delegate_person_id = $2 and organisation_id = $3 and state = 'active'
            and until > clock_timestamp() order by id desc limit 1`,
        [personId, delegateId, organisationId],
      );
      const [maker] = live ? await this.persons.contacts(tx, [live.maker_person_id]) : [];
      if (!live || !maker) throw fail('delegation_not_found');
      const value = maker.mobile ?? maker.email;
      assert(value, 'an active person has a mobile or an e-mail');
      const id = newId();
      const code = await this.challenges.ask(tx, {
        purpose: 'own_code',
        contact: { kind: maker.mobile === null ? 'email' : 'mobile', value },
        personId: maker.personId,
        boundTo: id,
        says: { ...says, act },
        language: maker.language,
      });
      const { id: delegation_id, ...people } = live;
      await tx.insert(OwnConsentEntity, {
        id,
        delegation_id,
        ...people,
        challenge_id: code.challengeId,
        act,
        object_id: objectId,
        says: JSON.stringify(says),
        asked_at: tx.now,
        given_at: null,
        used_at: null,
      });
      return { ...code, consentId: id };
    });
  }

  /** @throws code_refused (422) */
  async give(consentId: string, code: string): Promise<void> {
    await asSystem(async () => {
      const asked = await this.work.run((tx) =>
        tx.maybe(consentRow, `select id, challenge_id from identity.own_consent where id = $1 and given_at is null`, [
          consentId,
        ]),
      );
      const challengeId = asked?.challenge_id ?? newId();
      await this.challenges.check({ challengeId, purpose: 'own_code', code, boundTo: consentId });
      await this.work.run(async (tx) => {
        await this.challenges.use(tx, challengeId);
        await tx.run(`update identity.own_consent set given_at = clock_timestamp() where id = $1`, [consentId]);
      });
    });
  }

  /**
   * For every use-case about money: does nothing when the maker acts herself; for her delegate, spends the code she gave
   * for this very act on this very object within the last 10 minutes.
   * @throws own_code_needed (403)
   * @rule S-35
   */
  async require(tx: Tx, act: MoneyActName, objectId: string): Promise<void> {
    if (tx.actor.delegateId === null) return;
    const used = await seeingAll(tx, () =>
      tx.maybe(
        idRow,
        `update identity.own_consent set used_at = clock_timestamp()
          where id = (select c.id from identity.own_consent c join identity.delegation d on d.id = c.delegation_id
                       where c.maker_person_id = $1 and c.delegate_person_id = $2 and c.act = $3 and c.object_id = $4
                         and d.state = 'active' and c.used_at is null
                         and c.given_at > clock_timestamp() - make_interval(mins => $5)
                       order by c.id limit 1 for update of c)
         returning id`,
        [tx.actor.personId, tx.actor.delegateId, act, objectId, fresh_minutes],
      ),
    );
    if (!used) throw fail('own_code_needed', { act });
    tx.audit({ action: 'own_code.used', object: { kind: act, id: objectId } });
  }
}
