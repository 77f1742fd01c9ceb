import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { editableChannels, editedStates, type EditedState } from '../domain/edited-wording.js';

const oneOf = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** A text the desk wrote for a message. Rows are never removed: what was said when, and by whom it was let out, stays. */
@Entity({ schema: 'notifications', name: 'wording' })
@Unique('wording_versions', ['event', 'audience', 'channel', 'language', 'version'])
@Check('wording_channel', `channel in (${oneOf(editableChannels)})`)
@Check('wording_state', `state in (${oneOf(editedStates)})`)
@Check('wording_version', 'version > 0')
@Check('wording_has_reason', 'length(reason) >= 10')
@Check('wording_sms_is_registered', `(channel = 'sms') = (dlt_template_id is not null)`)
@Check('wording_sms_is_registered_as', `(channel = 'sms') = (dlt_text is not null)`)
@Check('wording_sms_has_no_subject', `(channel = 'sms') = (subject is null)`)
@Check('wording_approved_by_another', 'approved_by <> written_by')
@Check(
  'wording_approved_is_dated',
  '(approved_by is null) = (approved_at is null) and (approved_by is null) = (in_use_from is null)',
)
@Check('wording_withdrawn_is_dated', `(state = 'withdrawn') = (withdrawn_at is not null)`)
@Check('wording_draft_or_approved', `state = 'withdrawn' or (state = 'draft') = (approved_by is null)`)
export class EditedWordingEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') event: string;
  @Column('text') audience: string;
  @Column('text') channel: string;
  @Column('text') language: string;
  /** Counts the texts of one place; 0 is what the build says. */
  @Column('integer') version: number;
  @Column('text', { nullable: true }) subject: string | null;
  @Column('text') text: string;
  /** The id of an SMS in the register of commercial communication. */
  @Column('text', { nullable: true }) dlt_template_id: string | null;
  /** The text it is registered as, with `{#var#}` for what varies. */
  @Column('text', { nullable: true }) dlt_text: string | null;
  @Column('text') reason: string;
  @Column('text') state: EditedState;
  @Column('uuid') written_by: string;
  @Column('timestamptz') written_at: Date;
  @Column('uuid', { nullable: true }) approved_by: string | null;
  @Column('timestamptz', { nullable: true }) approved_at: Date | null;
  /** The text of its place from this instant on, until a later one begins. */
  @Column('timestamptz', { nullable: true }) in_use_from: Date | null;
  @Column('uuid', { nullable: true }) withdrawn_by: string | null;
  @Column('timestamptz', { nullable: true }) withdrawn_at: Date | null;
  @Column('text', { nullable: true }) withdrawal_reason: string | null;
}
