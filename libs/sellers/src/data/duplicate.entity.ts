import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { duplicateStates, traceKinds, type DuplicateState, type TraceKind } from '../domain/duplicate.js';
import { SellerEntity } from './seller.entity.js';

const listed = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** Keyed hashes of what sellers could be met again by; never the values. @rule S-63 */
@Entity({ schema: 'sellers', name: 'trace' })
@Index('trace_by_hash', ['kind', 'value_hash'])
@Index('trace_to_forget', { synchronize: false })
@Check('trace_kind', `kind in (${listed(traceKinds)})`)
export class TraceEntity {
  @ForeignKey(() => SellerEntity, { name: 'trace_of_seller' })
  @PrimaryColumn('uuid')
  seller_id!: string;
  @PrimaryColumn('text') kind!: TraceKind;
  @PrimaryColumn('bytea') value_hash!: Buffer;
  @Column('timestamptz') seen_at!: Date;
}

/** Two sellers with something in common, for the desk of the later one; she herself never sees it. */
@Entity({ schema: 'sellers', name: 'duplicate_flag' })
@Unique('duplicate_flag_once', ['seller_id', 'other_id', 'kind'])
@Check('duplicate_flag_kind', `kind in (${listed(traceKinds)})`)
@Check('duplicate_flag_state', `state in (${listed(duplicateStates)})`)
@Check('duplicate_flag_of_two', 'seller_id <> other_id')
@Check(
  'duplicate_flag_decided_with_a_reason',
  `(state = 'open') = (decided_at is null) and (state = 'open') = (reason is null)`,
)
export class DuplicateFlagEntity {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => SellerEntity, { name: 'duplicate_flag_of_seller' })
  @Column('uuid')
  seller_id!: string;
  @ForeignKey(() => SellerEntity, { name: 'duplicate_flag_of_other' })
  @Column('uuid')
  other_id!: string;
  @Column('text') kind!: TraceKind;
  @Column('timestamptz') found_at!: Date;
  @Column('text', { default: 'open' }) state!: DuplicateState;
  @Column('uuid', { nullable: true }) decided_by!: string | null;
  @Column('timestamptz', { nullable: true }) decided_at!: Date | null;
  @Column('text', { nullable: true }) reason!: string | null;
}
