import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { OrganisationEntity } from './organisation.entity.js';
import { PersonEntity } from './person.entity.js';

/** A key for scripts and integrations (STD-1.11). It acts for its organisation, never with more than its maker may. */
@Entity({ schema: 'identity', name: 'api_key' })
@Check('api_key_lives_a_year_at_most', `expires_at <= made_at + interval '366 days'`)
@Index('api_key_by_organisation', ['organisation_id', 'id'])
export class ApiKeyEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisation_id: string;
  @Column('uuid') made_by: string;
  @Column('text') name: string;
  @Column('text', { array: true }) scopes: string[];
  /** Addresses the key may be used from; empty = from anywhere. */
  @Column('text', { array: true }) addresses: string[];
  @Column('timestamptz') made_at: Date;
  @Column('timestamptz') expires_at: Date;
  @Column('timestamptz', { nullable: true }) last_used_at: Date | null;
  @Column('timestamptz', { nullable: true }) revoked_at: Date | null;
  @ManyToOne(() => OrganisationEntity)
  @JoinColumn({ name: 'organisation_id', foreignKeyConstraintName: 'api_key_of_organisation' })
  organisation?: OrganisationEntity;
  @ManyToOne(() => PersonEntity)
  @JoinColumn({ name: 'made_by', foreignKeyConstraintName: 'api_key_made_by' })
  maker?: PersonEntity;
}

/** Two secrets may be good at once while a key is rotated. Only hashes are kept. */
@Entity({ schema: 'identity', name: 'api_key_secret' })
@Index('api_key_secret_by_key', ['api_key_id'])
export class ApiKeySecretEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') api_key_id: string;
  @Column('bytea') secret_hash: Buffer;
  @Column('timestamptz') made_at: Date;
  @Column('timestamptz', { nullable: true }) ends_at: Date | null;
  @ManyToOne(() => ApiKeyEntity)
  @JoinColumn({ name: 'api_key_id', foreignKeyConstraintName: 'api_key_secret_of_key' })
  key?: ApiKeyEntity;
}
