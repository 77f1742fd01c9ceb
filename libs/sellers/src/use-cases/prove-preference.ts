import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { istDay } from '#platform/time';
import { PolicyQuery } from '#policy';
import { Papers } from '../data/evidence.repository.js';
import { Preferences, type PreferenceProof } from '../data/preferences.repository.js';
import { Sellers } from '../data/sellers.repository.js';
import { provedByStartup, provedByUdyam, type OwnName, type ProofRegister } from '../domain/preference.js';
import { fail } from '../domain/seller.errors.js';
import { PreferenceProved } from '../domain/seller.events.js';
import { LinkedMobile } from '../ports/linked-mobile.js';
import { RegisterUnreachable } from '../ports/register-unreachable.js';
import { StartupRegister, type StartupAnswer } from '../ports/startup-register.js';
import { UdyamRegister, type UdyamAnswer } from '../ports/udyam-register.js';

interface Registration {
  paperId: string;
  number: string;
  shop: string;
}

type Said = { register: 'udyam'; answer: UdyamAnswer } | { register: 'dpiit'; answer: StartupAnswer };

@Injectable()
export class ProvePreference {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly papers: Papers,
    private readonly preferences: Preferences,
    private readonly policy: PolicyQuery,
    private readonly mobile: LinkedMobile,
    private readonly udyam: UdyamRegister,
    private readonly startups: StartupRegister,
  ) {}

  /**
   * Has the register send a code to the mobile it has on file for the number on the seller's paper.
   * @throws seller_unknown (404), preference_needs_paper (422), register_silent (503)
   * @rule
   */
  async ask(sellerId: string, register: ProofRegister): Promise<{ proofId: string; sentTo: string }> {
    const { paperId, number } = await this.work.run((tx) => this.registration(tx, sellerId, register));
    const code = await answered(() => this.mobile.send(register, number));
    if (!code.sent) throw fail('preference_needs_paper', { register });
    const { requestId, ending } = code;
    const proofId = await this.work.run(async (tx) => {
      await this.sellers.lockOwn(tx, sellerId);
      return this.preferences.asked(tx, sellerId, { register, paperId, requestId });
    });
    return { proofId, sentTo: `••••••${ending}` };
  }

  /**
   * Sets what the register proves, once its code came back right; what it proved before ends. Nothing a maker types by
   * herself gives her a preference.
   * @throws seller_unknown (404), preference_code_refused, preference_needs_paper (422), register_silent (503)
   * @rule 
   */
  async prove(sellerId: string, proofId: string, code: string): Promise<void> {
    const proof = await this.work.run(async (tx) => {
      await this.sellers.findOwn(tx, sellerId);
      return this.preferences.openProof(tx, sellerId, proofId);
    });
    const registration = await this.work.run((tx) => this.registration(tx, sellerId, proof.register));
    if (registration.paperId !== proof.paper_id) throw fail('preference_code_refused');
    if (!(await answered(() => this.mobile.confirm(proof.request_id, code)))) throw fail('preference_code_refused');
    const said = await answered(() => this.look(proof, registration));
    await this.work.run(async (tx) => {
      const seller = await this.sellers.lockOwn(tx, sellerId);
      const own = { name: seller.name, pass_bp: this.policy.at('seller.name_match_pass_bp', tx.now) };
      const { flags, valid_to } = this.judge(said, own, tx.now);
      await this.preferences.proved(tx, sellerId, proof, flags, valid_to);
      tx.emit(PreferenceProved, { sellerId });
      tx.audit({
        action: 'sellers.preference_proved',
        object: { kind: 'seller', id: sellerId },
        after: { register: proof.register, flags: flags.map(({ flag }) => flag) },
      });
    });
  }

  private async look({ register }: PreferenceProof, { number, shop }: Registration): Promise<Said> {
    return register === 'udyam'
      ? { register, answer: await this.udyam.find(number, shop) }
      : { register, answer: await this.startups.find(number, shop) };
  }

  private judge(said: Said, own: OwnName, now: Date) {
    const today = istDay(now);
    const end = istDay(this.policy.deadline('seller.preference_months', now));
    if (said.register === 'udyam')
      return { flags: provedByUdyam(said.answer, this.policy.at('msme.limits', now), own), valid_to: end };
    const last = said.answer.found ? said.answer.validTo : today;
    return { flags: provedByStartup(said.answer, today, own), valid_to: last < end ? last : end };
  }

  private async registration(tx: Tx, sellerId: string, register: ProofRegister): Promise<Registration> {
    const seller = await this.sellers.findOwn(tx, sellerId);
    const paper = (await this.papers.current(tx, sellerId)).find(({ kind }) => kind === register);
    if (paper?.value.kind !== 'udyam' && paper?.value.kind !== 'dpiit')
      throw fail('preference_needs_paper', { register });
    return { paperId: paper.id, number: paper.value.number, shop: seller.name };
  }
}

/** A register's answer; its silence is told to who waits for it. @throws register_silent (503) */
async function answered<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw error instanceof RegisterUnreachable ? fail('register_silent') : error;
  }
}
