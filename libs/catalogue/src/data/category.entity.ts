import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { quadrants, type GoldenParameter, type Quadrant } from '../domain/category.js';

/** A shelf of the bazaar: what goods on it must say, and how they are taxed. @rule R-4.6 R-4.7 R-5.3 */
@Entity({ schema: 'catalogue', name: 'category' })
@Unique('category_slug_once', ['slug'])
@Index('category_by_parent', ['parent_id', 'position'])
@Check('category_quadrant', `quadrant in (${quadrants.map((name) => `'${name}'`).join(', ')})`)
@Check('category_discount', 'discount_min_bp between 0 and 9000')
export class CategoryEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @ForeignKey(() => CategoryEntity, { name: 'category_of_parent' })
  @Column('uuid', { nullable: true })
  parent_id!: string | null;
  @Column('text') name!: string;
  @Column('text') description!: string;
  @Column('integer') position!: number;
  /** Who may list in it. */
  @Column('text') quadrant!: Quadrant;
  /** First day on which public purchases of it are reserved for micro and small enterprises; null: they are not. */
  @Column('date', { nullable: true }) mse_reserved_from!: string | null;
  @Column('boolean') is_food!: boolean;
  @Column('boolean') is_toy!: boolean;
  /** Beginnings of tariff codes; none: a group, which holds no goods itself. */
  @Column('text', { array: true }) hsn!: string[];
  /** Tax rate lines goods of it may name, `gst.rate.<key>`. */
  @Column('text', { array: true }) gst_rate_keys!: string[];
  @Column('jsonb') parameters!: GoldenParameter[];
  /** How far a price must be below the MRP; most ask nothing. */
  @Column('integer') discount_min_bp!: number;
  @Column('boolean') is_published!: boolean;
  @Column('integer', { default: 1 }) version!: number;
  @Column('timestamptz') changed_at!: Date;
}
