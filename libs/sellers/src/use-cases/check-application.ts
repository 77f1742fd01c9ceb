import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { log } from '#platform/observability';
import { PolicyQuery } from '#policy';
import { Papers } from '../data/evidence.repository.js';
import { Sellers, type Seller } from '../data/sellers.repository.js';
import { judgeApplication, type OutsideAnswers } from '../domain/auto-checks.js';
import type { Evidence } from '../domain/evidence.js';
import { SellerNeedsCorrection, SellerUnderReview } from '../domain/seller.events.js';
import { GstRegister } from '../ports/gst-register.js';
import { PennyDrop } from '../ports/penny-drop.js';

@Injectable()
export class CheckApplicationPapers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly papers: Papers,
    private readonly policy: PolicyQuery,
    private readonly gst: GstRegister,
    private readonly bank: PennyDrop,
  ) {}

  /**
   * The machine's part of the review: reads, asks the registers and the bank with no transaction open, then settles.
   * An answer that comes after the application went on, or was handed in anew, changes nothing.
   * @throws RegisterUnreachable, so that the queue tries again; the sweep goes on without it at the end of the term
   * @rule SM-1
   */
  async run({ sellerId, submission }: { sellerId: string; submission: number }): Promise<void> {
    const asked = await this.work.run(async (tx) => {
      const seller = await this.sellers.lock(tx, sellerId);
      if (!isWaiting(seller, submission)) return null;
      return (await this.papers.current(tx, sellerId)).map((paper) => ({ id: paper.id, value: paper.value }));
    });
    if (asked === null) return;
    const answers: OutsideAnswers = {
      gst: await this.askGst(asked.map((paper) => paper.value)),
      bank: await this.askBank(asked),
    };
    await this.work.run(async (tx) => {
      const seller = await this.sellers.lock(tx, sellerId);
      if (isWaiting(seller, submission)) await this.settle(tx, seller, answers);
    });
  }

  /** Goes on without the registers: what they would have said is left to the officer. @rule SM-1 */
  async goOnWithout(tx: Tx, seller: Seller): Promise<void> {
    log.warn(
      { sellerId: seller.id },
      'an application was not checked in time: the officer looks without the registers',
    );
    await this.settle(tx, seller, { gst: 'unreachable', bank: 'unreachable' });
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

  private async askGst(papers: readonly Evidence[]): Promise<OutsideAnswers['gst']> {
    const paper = papers.find((one) => one.kind === 'gst');
    if (paper?.kind !== 'gst' || paper.basis !== 'gstin' || paper.number === undefined) return 'not_asked';
    return this.gst.find(paper.number);
  }

  private async askBank(papers: readonly { id: string; value: Evidence }[]): Promise<OutsideAnswers['bank']> {
    const paper = papers.find((one) => one.value.kind === 'bank_account');
    if (paper?.value.kind !== 'bank_account') return 'not_asked';
    const { account, ifsc, holder } = paper.value;
    return this.bank.verify(paper.id, { number: account, ifsc, holder });
  }
}

const isWaiting = (seller: Seller, submission: number): boolean =>
  seller.state === 'submitted' && seller.submission === submission;
