import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An address in a shopper's book. */
@Entity({ schema: 'orders', name: 'address' })
@Index('address_by_owner', ['owner_id', 'id'])
@Index('address_one_default', { synchronize: false })
export class AddressEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') owner_id: string;
  /** Her word for it, name, mobile and street, sealed under her key (S-63). */
  @Column('bytea') address_sealed: Buffer;
  @Column('text') pincode: string;
  /** Where the PIN code lay when the address was written. */
  @Column('uuid') district_id: string;
  @Column('text') state_code: string;
  @Column('boolean') is_default: boolean;
  /** Rises with every change: the address's ETag. */
  @Column('integer') version: number;
  @Column('timestamptz') made_at: Date;
  @Column('timestamptz') changed_at: Date;
}
