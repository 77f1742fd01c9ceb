import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { repliesSaid } from '../domain/reply.js';

/** The short code of a new order. It says which order is meant; who may answer for it is known by her number (S-36). */
@Entity({ schema: 'notifications', name: 'reply_code' })
@Check('reply_code_digits', `code ~ '^[1-9][0-9]{3}$'`)
@Check('reply_code_used_for', `used_for in (${repliesSaid.map((name) => `'${name}'`).join(', ')})`)
@Check('reply_code_used', `(used_by is null) = (used_for is null)`)
@Index('reply_code_of_shop', ['seller_id', 'code'])
@Index('reply_code_by_age', ['made_at'])
export class ReplyCodeEntity {
  @PrimaryColumn('uuid') order_id: string;
  @Column('uuid') seller_id: string;
  @Column('text') code: string;
  /** When the maker's clock runs out. */
  @Column('timestamptz') open_until: Date;
  /** The person who used it, and for what: a code is good once. */
  @Column('uuid', { nullable: true }) used_by: string | null;
  @Column('text', { nullable: true }) used_for: string | null;
  @Column('timestamptz') made_at: Date;
}
