import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';

@Entity({ schema: 'identity', name: 'credential' })
export class CredentialEntity {
  @PrimaryColumn('uuid') person_id: string;
  /** PHC string: algorithm, parameters, salt and hash (S-31). */
  @Column('text') password_hash: string;
  @Column('timestamptz') changed_at: Date;
  @ManyToOne(() => PersonEntity)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'credential_of_person' })
  person?: PersonEntity;
}

@Entity({ schema: 'identity', name: 'second_factor' })
export class SecondFactorEntity {
  @PrimaryColumn('uuid') person_id: string;
  @Column('bytea') seed_sealed: Buffer;
  @Column('timestamptz', { nullable: true }) confirmed_at: Date | null;
  /** The 30-second step of the last code taken: each code counts once (S-35). */
  @Column('bigint', { default: 0 }) last_step: string;
  @ManyToOne(() => PersonEntity)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'second_factor_of_person' })
  person?: PersonEntity;
}

@Entity({ schema: 'identity', name: 'recovery_code' })
@Index('recovery_code_by_person', ['person_id'])
export class RecoveryCodeEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') person_id: string;
  @Column('bytea') code_hash: Buffer;
  @Column('timestamptz', { nullable: true }) used_at: Date | null;
  @ManyToOne(() => PersonEntity)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'recovery_code_of_person' })
  person?: PersonEntity;
}
