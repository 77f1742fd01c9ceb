import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A key of the service itself: look-up hashes, one-time codes, page cursors, token signatures. */
@Entity({ schema: 'platform', name: 'service_key' })
@Check('service_key_kind', "kind in ('hmac', 'es256')")
@Check('service_key_es256_shows_its_public_half', "(kind = 'es256') = (public_key is not null)")
@Index('service_key_one_current', ['purpose'], { unique: true, where: 'replaced_at is null' })
export class ServiceKeyEntity {
  /** For signing keys this is the `kid` of the tokens. */
  @PrimaryColumn('uuid') id!: string;
  @Column('text') purpose!: string;
  @Column('text') kind!: 'hmac' | 'es256';
  @Column('bytea', { nullable: true }) wrapped!: Buffer | null;
  @Column('integer') master_version!: number;
  /** SubjectPublicKeyInfo, DER. */
  @Column('bytea', { nullable: true }) public_key!: Buffer | null;
  @Column('timestamptz') made_at!: Date;
  @Column('timestamptz', { nullable: true }) replaced_at!: Date | null;
  /** Signatures of a replaced key are good until then. */
  @Column('timestamptz', { nullable: true }) accept_until!: Date | null;
}
