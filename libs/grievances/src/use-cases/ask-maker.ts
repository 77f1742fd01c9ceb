import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { PolicyQuery } from '#policy';
import { MakerQuestions } from '../data/maker-questions.repository.js';
import { fail } from '../domain/complaint.errors.js';
import { MakerAsked } from '../domain/complaint.events.js';
import { isOpen } from '../domain/complaint.states.js';
import { askedParties } from '../domain/parties.js';
import { DeskComplaints } from './desk-complaints.js';

@Injectable()
export class AskMaker {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: DeskComplaints,
    private readonly questions: MakerQuestions,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * The desk asks the maker of the order, in words of its own: what the shopper said stays with the desk. Her clock runs from
   * now; the clocks of the complaint go on meanwhile.
   * @throws complaint_not_found (404) · own_complaint (403) · complaint_of_no_order, complaint_is_decided, maker_asked_already,
   *         too_many_questions (409)
   * @rule S-52
   */
  run(id: string, words: string): Promise<void> {
    return this.work.run((tx) =>
      this.desk.inside(tx, id, async (complaint) => {
        const { seller_id, order_id, order_number, person_id, ticket } = complaint;
        if (seller_id === null || order_id === null || order_number === null) throw fail('complaint_of_no_order');
        if (!isOpen(complaint.state)) throw fail('complaint_is_decided');
        const before = await this.questions.ofComplaint(tx, id);
        const open = before.find(({ answered_at, ended_at }) => answered_at === null && ended_at === null);
        if (open) throw fail('maker_asked_already', { until: open.answer_by.toISOString() });
        const questions_max = this.policy.at('grv.questions_max', tx.now);
        if (before.length >= questions_max) throw fail('too_many_questions', { questions_max });
        const answer_by = this.policy.deadline('grv.maker_answer_hours', tx.now);
        const of = { id: newId(), complaint_id: id, person_id, seller_id, ticket, order_id, order_number };
        await this.questions.add(tx, { ...of, asked_at: tx.now, answer_by, answered_at: null, ended_at: null }, words);
        tx.audit({ action: 'grievances.maker_asked', object: { kind: 'complaint', id }, after: { question: of.id } });
        tx.emit(MakerAsked, { ...askedParties(of), answerBy: answer_by.toISOString() });
      }),
    );
  }
}
