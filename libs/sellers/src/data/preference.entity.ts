import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { enterpriseSizes, type EnterpriseSize } from '../domain/enterprise-size.js';
import { preferenceFlags, proofRegisters, type PreferenceFlag, type ProofRegister } from '../domain/preference.js';
import { SellerEntity } from './seller.entity.js';

const listed = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** What a register proved of a seller, from when and until when; a later proof ends the earlier one. @rule */
@Entity({ schema: 'sellers', name: 'preference' })
@Index('preference_current', { synchronize: false })
@Check('preference_flag', `flag in (${listed(preferenceFlags)})`)
@Check('preference_source', `source in (${listed(proofRegisters)})`)
@Check('preference_size', `size in (${listed(enterpriseSizes)})`)
export class PreferenceEntity {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => SellerEntity, { name: 'preference_of_seller' })
  @Column('uuid')
  seller_id!: string;
  @Column('text') flag!: PreferenceFlag;
  @Column('text', { nullable: true }) size!: EnterpriseSize | null;
  @Column('text') source!: ProofRegister;
  @Column('timestamptz') verified_at!: Date;
  /** Last day on which it holds. */
  @Column('date') valid_to!: string;
  @Column('timestamptz', { nullable: true }) ended_at!: Date | null;
}

/** A code a register sent to the mobile it has on file. @rule */
@Entity({ schema: 'sellers', name: 'preference_proof' })
@Check('preference_proof_register', `register in (${listed(proofRegisters)})`)
export class PreferenceProofEntity {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => SellerEntity, { name: 'preference_proof_of_seller' })
  @Column('uuid')
  seller_id!: string;
  @Column('text') register!: ProofRegister;
  /** The paper whose number was asked about: another paper needs another code. */
  @Column('uuid') paper_id!: string;
  @Column('text') request_id!: string;
  @Column('timestamptz') asked_at!: Date;
  @Column('timestamptz', { nullable: true }) used_at!: Date | null;
}
