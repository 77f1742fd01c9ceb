import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { lookUps, type LookUp } from '../domain/look-ups.js';
import { SellerEntity } from './seller.entity.js';

/** What one register said about the papers of one submission. @rule SM-1 */
@Entity({ schema: 'sellers', name: 'register_answer' })
@Unique('register_answer_once', ['seller_id', 'submission', 'look_up'])
@Check('register_answer_look_up', `look_up in (${lookUps.map((each) => `'${each}'`).join(', ')})`)
export class RegisterAnswerEntity {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => SellerEntity, { name: 'register_answer_of_seller' })
  @Column('uuid')
  seller_id!: string;
  @Column('integer') submission!: number;
  @Column('text') look_up!: LookUp;
  @Column('bytea') answer_sealed!: Buffer;
  @Column('timestamptz') asked_at!: Date;
}
