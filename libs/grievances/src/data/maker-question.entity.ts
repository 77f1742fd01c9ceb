import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { answerFileStates, type AnswerFileState } from '../domain/answer-file.js';
import { ComplaintEntity } from './complaint.entity.js';

const listed = answerFileStates.map((name) => `'${name}'`).join(', ');

/** What the desk asks the maker of an order, and what she answers; who complained reads both. @rule */
@Entity({ schema: 'grievances', name: 'maker_question' })
@Index('maker_question_by_seller', ['seller_id', 'id'])
@Index('maker_question_by_complaint', ['complaint_id', 'id'])
@Index('maker_question_one_open', { synchronize: false })
@Index('maker_question_due', { synchronize: false })
@Check('maker_question_ends_once', 'answered_at is null or ended_at is null')
@Check('maker_question_answered', 'answer_sealed is null or answered_at is not null')
export class MakerQuestionEntity {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => ComplaintEntity, { name: 'maker_question_of_complaint' })
  @Column('uuid')
  complaint_id!: string;
  @Column('uuid') person_id!: string;
  @Column('uuid') seller_id!: string;
  /** Of the complaint, which the maker does not see. */
  @Column('text') ticket!: string;
  @Column('uuid') order_id!: string;
  @Column('text') order_number!: string;
  /** Question and answer are sealed with the shopper's key: they speak of her. */
  @Column('bytea', { nullable: true }) question_sealed!: Buffer | null;
  @Column('bytea', { nullable: true }) answer_sealed!: Buffer | null;
  @Column('timestamptz') asked_at!: Date;
  @Column('timestamptz') answer_by!: Date;
  @Column('timestamptz', { nullable: true }) answered_at!: Date | null;
  /** Over without an answer. */
  @Column('timestamptz', { nullable: true }) ended_at!: Date | null;
}

/** What a maker shows with her answer: sealed, in the store, seen by the maker, who complained, and the desk. @rule S-58 */
@Entity({ schema: 'grievances', name: 'answer_file' })
@Index('answer_file_by_question', ['question_id', 'given_at'])
@Index('answer_file_kept', { synchronize: false })
@Check('answer_file_type', `content_type in ('application/pdf', 'image/jpeg')`)
@Check('answer_file_hash', `sha256 ~ '^[0-9a-f]{64}$'`)
@Check('answer_file_state', `state in (${listed})`)
@Check('answer_file_ends_once', `(ended_at is null) = (state in ('waiting', 'clean'))`)
@Check('answer_file_destroyed_after_its_end', 'destroyed_at is null or ended_at is not null')
export class AnswerFileEntity {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => MakerQuestionEntity, { name: 'answer_file_of_question' })
  @Column('uuid')
  question_id!: string;
  @Column('uuid') person_id!: string;
  @Column('uuid') seller_id!: string;
  @Column('text') content_type!: 'application/pdf' | 'image/jpeg';
  /** Of what is shown, not of its sealed form. */
  @Column('integer') size_bytes!: number;
  /** Of what is shown: who saved it can prove that it is the same. */
  @Column('text') sha256!: string;
  /** Drawn by lot; says nothing. */
  @Column('text') storage_key!: string;
  @Column('text') state!: AnswerFileState;
  @Column('timestamptz') given_at!: Date;
  @Column('timestamptz', { nullable: true }) scanned_at!: Date | null;
  @Column('timestamptz', { nullable: true }) ended_at!: Date | null;
  @Column('timestamptz', { nullable: true }) destroyed_at!: Date | null;
}
