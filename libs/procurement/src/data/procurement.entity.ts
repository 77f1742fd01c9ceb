import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { acceptanceStates } from '../acceptance/acceptance.states.js';
import { billStates } from '../bill/bill.states.js';
import { contractStates } from '../contract/contract.states.js';
import { demandStates } from '../demand/demand.states.js';

const oneOf = (names: readonly string[]): string => `state in (${names.map((name) => `'${name}'`).join(', ')})`;

@Entity({ schema: 'procurement', name: 'demand' })
@Index('demand_by_office', ['office_id', 'id'])
@Index('demand_check', { synchronize: false })
@Check('demand_state', oneOf(demandStates.names))
@Check('demand_estimate', 'estimate_paise > 0')
@Check('demand_quantity', 'quantity > 0')
export class DemandEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') office_id: string;
  @Column('text') title: string;
  @Column('uuid', { nullable: true }) odop_entry_id: string | null;
  @Column('integer') quantity: number;
  @Column('uuid') consignee_id: string;
  /** The post from which she receives (R-2.4). */
  @Column('uuid', { nullable: true }) consignee_post_id: string | null;
  @Column('text') to_pincode: string;
  @Column('integer') delivery_days: number;
  /** All-inclusive estimate: what is blocked at the rail. */
  @Column('bigint') estimate_paise: string;
  @Column('text') rail: string;
  @Column('text') budget_head: string;
  /** Category, unit and golden parameters, when prices are to be compared (R-2.6). */
  @Column('jsonb', { nullable: true }) goods: object | null;
  /** The sheet the order is placed from, while one is frozen or was. */
  @Column('uuid', { nullable: true }) comparison_id: string | null;
  @Column('text') state: string;
  @Column('uuid') raised_by: string;
  /** Who wrote it anew after it had come back. */
  @Column('uuid', { nullable: true }) rewritten_by: string | null;
  @Column('text', { nullable: true }) returned_because: string | null;
  @Column('uuid', { nullable: true }) approved_by: string | null;
  /** How often funds were asked for: part of the key at the rail, because a refusal there stays a refusal. */
  @Column('integer') funds_attempt: number;
  @Column('text', { nullable: true }) funds_block: string | null;
  @Column('text', { nullable: true }) funds_refusal: string | null;
  /** The authority's words why this is no splitting (R-1.8). */
  @Column('text', { nullable: true }) justification: string | null;
  @Column('uuid', { nullable: true }) justified_by: string | null;
  /** The head of department's words why it passes all the same (R-1.8). */
  @Column('text', { nullable: true }) head_reason: string | null;
  @Column('uuid', { nullable: true }) head_approved_by: string | null;
  /** When the payer is asked again for the money. */
  @Column('timestamptz', { nullable: true }) check_at: Date | null;
  @Column('integer') version: number;
  @Column('timestamptz') made_at: Date;
}

@Entity({ schema: 'procurement', name: 'contract' })
@Unique('contract_number', ['number'])
@Unique('sanction_number', ['sanction_number'])
@Index('contract_by_office', ['office_id', 'id'])
@Index('contract_by_seller', ['seller_id', 'id'])
@Index('contract_by_demand', ['demand_id'])
@Index('contract_for_splitting', ['office_id', 'category', 'made_at'])
@Index('contract_live_once_per_demand', { synchronize: false })
@Index('contract_of_comparison', { synchronize: false })
@Index('contract_due', { synchronize: false })
@Check('contract_state', oneOf(contractStates.names))
@Check('contract_total', 'total_paise = unit_price_paise * quantity and total_paise > 0')
export class ContractEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') number: string;
  @Column('text') sanction_number: string;
  @Column('uuid') demand_id: string;
  @Column('text') method: string;
  /** The sheet it came from, when prices were compared (R-1.4). */
  @Column('uuid', { nullable: true }) comparison_id: string | null;
  @Column('uuid') office_id: string;
  @Column('uuid') seller_id: string;
  @Column('uuid') offer_id: string;
  @Column('text') title: string;
  /** First four digits of the HSN: what anti-splitting adds up. */
  @Column('text') category: string;
  @Column('integer') quantity: number;
  /** grams a piece, for the parcel */
  @Column('integer') weight_g: number;
  @Column('bigint') unit_price_paise: string;
  @Column('bigint') total_paise: string;
  @Column('uuid') consignee_id: string;
  /** The post from which she receives (R-2.4). */
  @Column('uuid', { nullable: true }) consignee_post_id: string | null;
  @Column('text') to_pincode: string;
  @Column('uuid') ordered_by: string;
  /** What the office had ordered in the category in the window before, paise (R-1.8). */
  @Column('bigint') earlier_paise: string;
  @Column('text', { nullable: true }) justification: string | null;
  @Column('uuid', { nullable: true }) justified_by: string | null;
  /** The head of department's words why it passes all the same (R-1.8). */
  @Column('text', { nullable: true }) head_reason: string | null;
  @Column('uuid', { nullable: true }) head_approved_by: string | null;
  /** The dated parameters this contract lives under (R-0.4). */
  @Column('jsonb') policy: unknown;
  /** What registers had proved of the seller when it was made (R-4.3). */
  @Column('jsonb', { default: [] }) seller_preferences: unknown;
  @Column('text') state: string;
  @Column('timestamptz') deliver_by: Date;
  /** Goods that come later are late (R-3.3, R-3.4). */
  @Column('timestamptz') late_after: Date;
  @Column('timestamptz', { nullable: true }) due_at: Date | null;
  @Column('integer') version: number;
  @Column('timestamptz') made_at: Date;
  @ManyToOne(() => DemandEntity)
  @JoinColumn({ name: 'demand_id', foreignKeyConstraintName: 'contract_demand_id_fkey' })
  demand?: DemandEntity;
}

/** A comparison of prices as it was made; never written again (R-1.4, R-0.8). */
@Entity({ schema: 'procurement', name: 'comparison' })
@Index('comparison_by_demand', ['demand_id'])
export class ComparisonEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') demand_id: string;
  @Column('uuid') office_id: string;
  @Column('uuid') made_by: string;
  /** What was asked: category, unit, golden parameters, quantity, PIN code, days. */
  @Column('jsonb') wish: object;
  /** Conditions, lines, choice and seed, as they were decided. */
  @Column('jsonb') decision: object;
  @Column('uuid') chosen_offer_id: string;
  @Column('bigint') chosen_total_paise: string;
  /** The dated parameters it was made under (R-0.4). */
  @Column('jsonb') policy: unknown;
  @Column('timestamptz') valid_until: Date;
  @Column('timestamptz') made_at: Date;
  @ManyToOne(() => DemandEntity)
  @JoinColumn({ name: 'demand_id', foreignKeyConstraintName: 'comparison_of_demand' })
  demand?: DemandEntity;
}

@Entity({ schema: 'procurement', name: 'acceptance' })
@Unique('acceptance_once_per_contract', ['contract_id'])
@Index('acceptance_by_office', ['office_id', 'shipment_id'])
@Index('acceptance_due', { synchronize: false })
@Index('acceptance_remind', { synchronize: false })
@Check('acceptance_state', oneOf(acceptanceStates.names))
@Check('acceptance_adds_up', 'accepted is null or accepted + rejected + short = ordered')
export class AcceptanceEntity {
  @PrimaryColumn('uuid') shipment_id: string;
  @Column('uuid') contract_id: string;
  @Column('uuid') office_id: string;
  @Column('uuid') seller_id: string;
  @Column('uuid') consignee_id: string;
  /** The post from which she receives (R-2.4). */
  @Column('uuid', { nullable: true }) consignee_post_id: string | null;
  @Column('text') state: string;
  @Column('integer') ordered: number;
  @Column('integer', { nullable: true }) accepted: number | null;
  @Column('integer', { nullable: true }) rejected: number | null;
  @Column('integer', { nullable: true }) short: number | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz') delivered_at: Date;
  /** Provisional receipt certificate: date and quantity, not quality. */
  @Column('timestamptz', { nullable: true }) received_at: Date | null;
  @Column('uuid', { nullable: true }) received_by: string | null;
  /** Receipt and acceptance certificate. */
  @Column('timestamptz', { nullable: true }) judged_at: Date | null;
  @Column('uuid', { nullable: true }) judged_by: string | null;
  @Column('timestamptz', { nullable: true }) due_at: Date | null;
  /** When the office is next reminded of its certificate or its payment (R-3.11). */
  @Column('timestamptz', { nullable: true }) remind_at: Date | null;
  @ManyToOne(() => ContractEntity)
  @JoinColumn({ name: 'contract_id', foreignKeyConstraintName: 'acceptance_contract_id_fkey' })
  contract?: ContractEntity;
}

/** More time to deliver: what a seller asked for, and what the office answered (R-3.3). */
@Entity({ schema: 'procurement', name: 'extension' })
@Index('extension_by_contract', ['contract_id', 'id'])
@Index('extension_one_open', { synchronize: false })
@Check('extension_decision', `decision in ('granted', 'granted_with_damages', 'refused')`)
@Check(
  'extension_answered_whole',
  '(decision is null) = (answered_at is null) and (decision is null) = (answered_by is null)',
)
export class ExtensionEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') contract_id: string;
  @Column('uuid') office_id: string;
  @Column('uuid') seller_id: string;
  /** Until when she asks to deliver. */
  @Column('timestamptz') until: Date;
  @Column('text') reason: string;
  @Column('uuid') asked_by: string;
  @Column('timestamptz') asked_at: Date;
  /** Null: not answered. */
  @Column('text', { nullable: true }) decision: string | null;
  @Column('text', { nullable: true }) answer: string | null;
  @Column('uuid', { nullable: true }) answered_by: string | null;
  @Column('timestamptz', { nullable: true }) answered_at: Date | null;
  @ManyToOne(() => ContractEntity)
  @JoinColumn({ name: 'contract_id', foreignKeyConstraintName: 'extension_of_contract' })
  contract?: ContractEntity;
}

@Entity({ schema: 'procurement', name: 'bill' })
@Unique('bill_once_per_contract', ['contract_id'])
@Index('bill_by_office', ['office_id', 'id'])
@Index('bill_check', { synchronize: false })
@Check('bill_state', oneOf(billStates.names))
@Check('bill_adds_up', 'gross_paise = net_paise + damages_paise and net_paise > 0 and damages_paise >= 0')
export class BillEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') number: string;
  @Column('uuid') contract_id: string;
  @Column('uuid') office_id: string;
  @Column('uuid') seller_id: string;
  @Column('text') state: string;
  @Column('bigint') gross_paise: string;
  /** Liquidated damages (R-3.4). */
  @Column('bigint') damages_paise: string;
  @Column('bigint') net_paise: string;
  @Column('integer') late_days: number;
  @Column('uuid') raised_by: string;
  @Column('uuid', { nullable: true }) certified_by: string | null;
  @Column('uuid', { nullable: true }) sent_by: string | null;
  /** How often it was sent: part of the key at the rail, because a refusal there stays a refusal. */
  @Column('integer') payment_attempt: number;
  @Column('text', { nullable: true }) payment_id: string | null;
  @Column('text', { nullable: true }) refusal: string | null;
  @Column('text', { nullable: true }) voucher: string | null;
  @Column('text', { nullable: true }) utr: string | null;
  @Column('timestamptz') pay_by: Date;
  @Column('timestamptz') made_at: Date;
  @Column('timestamptz', { nullable: true }) paid_at: Date | null;
  /** When the payer is asked again what became of it. */
  @Column('timestamptz', { nullable: true }) check_at: Date | null;
  @ManyToOne(() => ContractEntity)
  @JoinColumn({ name: 'contract_id', foreignKeyConstraintName: 'bill_contract_id_fkey' })
  contract?: ContractEntity;
}

@Entity({ schema: 'procurement', name: 'number_series' })
export class NumberSeriesEntity {
  @PrimaryColumn('text') series: string;
  @PrimaryColumn('text') financial_year: string;
  @Column('bigint') last: string;
}
