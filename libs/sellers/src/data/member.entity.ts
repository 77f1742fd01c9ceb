import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { memberConsents, type MemberConsent } from '../domain/member.js';
import { SellerEntity } from './seller.entity.js';

/** A member of a group; her name and mobile are sealed with a key of her own. @rule R-4.1 S-63 */
@Entity({ schema: 'sellers', name: 'member' })
@Index('member_by_seller', ['seller_id', 'joined_on'])
@Index('member_by_mobile', ['mobile_hash'])
@Check('member_consent', `consent in (${memberConsents.map((each) => `'${each}'`).join(', ')})`)
@Check('member_agreed_at_a_time', `(consent = 'asked') = (consent_at is null)`)
@Check('member_agreed_on_a_paper', `(consent = 'paper') = (consent_document_id is not null)`)
@Check('member_leaves_after_joining', 'left_on >= joined_on')
export class MemberEntity {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => SellerEntity, { name: 'member_of_seller' })
  @Column('uuid')
  seller_id!: string;
  @Column('bytea') name_sealed!: Buffer;
  @Column('bytea', { nullable: true }) mobile_sealed!: Buffer | null;
  @Column('bytea', { nullable: true }) mobile_hash!: Buffer | null;
  @Column('date') joined_on!: string;
  /** Her last day. */
  @Column('date', { nullable: true }) left_on!: string | null;
  @Column('text', { default: 'asked' }) consent!: MemberConsent;
  @Column('timestamptz', { nullable: true }) consent_at!: Date | null;
  @Column('uuid', { nullable: true }) consent_document_id!: string | null;
  @Column('timestamptz') added_at!: Date;
}

/** Shares from a day on: never changed, only followed by others. @rule R-0.8 */
@Entity({ schema: 'sellers', name: 'share_table' })
@Index('share_table_by_day', ['seller_id', 'holds_from', 'set_at'])
export class ShareTableEntity {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => SellerEntity, { name: 'share_table_of_seller' })
  @Column('uuid')
  seller_id!: string;
  @Column('date') holds_from!: string;
  @Column('timestamptz') set_at!: Date;
  @Column('uuid', { nullable: true }) set_by!: string | null;
  @Column('text') reason!: string;
}

/** One member's part of a table of shares. */
@Entity({ schema: 'sellers', name: 'member_share' })
@Check('member_share_is_a_part', 'share_bp between 1 and 10000')
export class MemberShareEntity {
  @ForeignKey(() => ShareTableEntity, { name: 'member_share_of_table' })
  @PrimaryColumn('uuid')
  table_id!: string;
  @ForeignKey(() => MemberEntity, { name: 'member_share_of_member' })
  @PrimaryColumn('uuid')
  member_id!: string;
  @Column('integer') share_bp!: number;
}
