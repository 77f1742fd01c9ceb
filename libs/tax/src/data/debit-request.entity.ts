import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { z } from 'zod';
import {
  debitRequestStates,
  type debitLineText,
  type debitWish,
  type DebitRequestState,
} from '../domain/debit-request.js';
import { DocumentEntity } from './document.entity.js';

/** A debit note that one of the desk asked for, and another decides of. @rule R-6.25 S-28 */
@Entity({ schema: 'tax', name: 'debit_request' })
@Index('debit_request_by_state', ['state', 'id'])
@Index('debit_request_once', { synchronize: false })
@Check('debit_request_reason', 'length(reason) >= 10')
@Check('debit_request_state', `state in (${debitRequestStates.map((name) => `'${name}'`).join(', ')})`)
@Check('debit_request_by_another', `state not in ('issued', 'refused') or decided_by <> asked_by`)
@Check('debit_request_taken_back', `state <> 'withdrawn' or decided_by = asked_by`)
@Check('debit_request_decided', `(state = 'asked') = (decided_by is null) and (state = 'asked') = (decided_at is null)`)
@Check('debit_request_note', `(state = 'issued') = (note_id is not null)`)
export class DebitRequestEntity {
  @PrimaryColumn('uuid') id: string;
  /** The invoice. */
  @ForeignKey(() => DocumentEntity, { name: 'debit_request_of_document' })
  @Column('uuid')
  document_id: string;
  @Column('uuid') seller_id: string;
  /** What is said to have been wrong, line by line. */
  @Column('jsonb') wishes: z.infer<typeof debitWish>[];
  /** What the note says by it, as it was worked out when it was asked for. */
  @Column('jsonb') lines: z.infer<typeof debitLineText>[];
  @Column('text') reason: string;
  @Column('text') state: DebitRequestState;
  @Column('uuid') asked_by: string;
  @Column('timestamptz') asked_at: Date;
  @Column('uuid', { nullable: true }) decided_by: string | null;
  @Column('timestamptz', { nullable: true }) decided_at: Date | null;
  /** Why it was refused or taken back. */
  @Column('text', { nullable: true }) decision_reason: string | null;
  @ForeignKey(() => DocumentEntity, { name: 'debit_request_note_is_document' })
  @Column('uuid', { nullable: true })
  note_id: string | null;
}
