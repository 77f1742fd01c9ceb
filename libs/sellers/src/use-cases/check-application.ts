import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { log } from '#platform/observability';
import { PolicyQuery } from '#policy';
import { PersonsQuery } from '#identity';
import { Duplicates } from '../data/duplicates.repository.js';
import { Papers } from '../data/evidence.repository.js';
import { Sellers, type Seller } from '../data/sellers.repository.js';
import { RegisterAnswers } from '../data/register-answers.repository.js';
import { judgeApplication } from '../domain/auto-checks.js';
import { tracesOf } from '../domain/duplicate.js';
import { unanswered, type LookUp, type OutsideAnswers } from '../domain/look-ups.js';
import { SellerNeedsCorrection, SellerRegistersSilent, SellerUnderReview } from '../domain/seller.events.js';
import { RegisterUnreachable } from '../ports/register-unreachable.js';
import { LookUpPapers } from './look-up-papers.js';

@Injectable()
export class CheckApplicationPapers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly papers: Papers,
    private readonly policy: PolicyQuery,
    private readonly lookUp: LookUpPapers,
    private readonly answers: RegisterAnswers,
    private readonly duplicates: Duplicates,
    private readonly persons: PersonsQuery,
  ) {}

  /**
   * The machine's part of the review: reads, asks the registers and the bank with no transaction open, then settles.
   * What was answered is kept at once; only silent registers are asked again. An answer that comes after the application
   * went on, or was handed in anew, changes nothing.
   * @throws RegisterUnreachable, so that the queue tries again; the sweep goes on without it at the end of the term
   * @rule SM-1
   */
  async run({ sellerId, submission }: { sellerId: string; submission: number }): Promise<void> {
    const asked = await this.work.run(async (tx) => {
      const seller = await this.sellers.lock(tx, sellerId);
      if (!isWaiting(seller, submission)) return null;
      const papers = (await this.papers.current(tx, sellerId)).map((paper) => ({ id: paper.id, value: paper.value }));
      return { name: seller.name, papers, known: await this.answers.of(tx, sellerId, submission) };
    });
    if (asked === null) return;
    const known = new Set(Object.keys(asked.known) as LookUp[]);
    const { answers, silent } = await this.lookUp.run(asked.name, asked.papers, known);
    await this.work.run(async (tx) => {
      const seller = await this.sellers.lock(tx, sellerId);
      if (!isWaiting(seller, submission)) return;
      await this.answers.keep(tx, sellerId, submission, answers);
      if (silent.length === 0) await this.settle(tx, seller, { ...asked.known, ...answers });
    });
    if (silent.length > 0) throw new RegisterUnreachable(silent.join(', '), 'it is asked again');
  }

  /** Goes on without the registers that were silent: what they would have said is left to the officer, and she is told. @rule SM-1 */
  async goOnWithout(tx: Tx, seller: Seller): Promise<void> {
    const known = await this.answers.of(tx, seller.id, seller.submission);
    const papers = (await this.papers.current(tx, seller.id)).map((paper) => paper.value);
    const silent = unanswered(papers, known);
    log.warn({ sellerId: seller.id, silent }, 'an application was not checked in time: the officer looks instead');
    const nobody = Object.fromEntries(silent.map((lookUp) => [lookUp, 'unreachable'])) as OutsideAnswers;
    await this.settle(tx, seller, { ...known, ...nobody });
    if (silent.length > 0) tx.emit(SellerRegistersSilent, { sellerId: seller.id });
  }

  private async settle(tx: Tx, seller: Seller, answers: OutsideAnswers): Promise<void> {
    const papers = (await this.papers.current(tx, seller.id)).map((paper) => paper.value);
    const result = judgeApplication(
      { class: seller.class, name: seller.name, gst_state: await this.sellers.gstState(tx, seller) },
      papers,
      answers,
      {
        pass_bp: this.policy.at('seller.name_match_pass_bp', tx.now),
        review_bp: this.policy.at('seller.name_match_review_bp', tx.now),
      },
    );
    await this.papers.note(tx, seller.id, result.findings);
    const applicant = await this.persons.contactOf(seller.applicant_id);
    await this.duplicates.note(tx, seller.id, seller.applicant_id, tracesOf(papers, applicant?.mobile ?? null));
    const passes = result.event === 'auto_checks_pass';
    const gst = papers.find((paper) => paper.kind === 'gst');
    await this.sellers.move(tx, seller, result.event, {
      due_at: this.policy.deadline(passes ? 'onboarding.review_days' : 'onboarding.correction_days', tx.now),
      change: {
        gst_status: result.gst_status,
        gstin: gst?.kind === 'gst' && gst.basis === 'gstin' ? (gst.number ?? null) : null,
      },
    });
    tx.emit(passes ? SellerUnderReview : SellerNeedsCorrection, { sellerId: seller.id });
  }
}

const isWaiting = (seller: Seller, submission: number): boolean =>
  seller.state === 'submitted' && seller.submission === submission;
