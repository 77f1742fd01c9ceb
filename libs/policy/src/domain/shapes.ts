import { z } from 'zod';
import { bpField, paiseField } from './definition.js';

/*
 * Shapes of the structured parameters. Field names carry their unit, amounts are paise, `null` means "no limit".
 */

const countField = z.int().min(0).max(1_000_000);

/** A permitted band of a share. */
export const bpRange = z.strictObject({ least_bp: bpField, most_bp: bpField });
export type BpRange = z.infer<typeof bpRange>;

/** A permitted band of whole numbers; the parameter's sentence says of what. */
export const countRange = z.strictObject({ least: countField, most: countField });
export type CountRange = z.infer<typeof countRange>;

const freightBand = z.strictObject({
  first_g: z.int().min(1),
  first_paise: paiseField,
  step_g: z.int().min(1),
  step_paise: paiseField,
  days: countField,
});
/** What a parcel costs and how long it takes, by how far it goes: the first grams, then each further step begun. */
export const freightTable = z.strictObject({
  local: freightBand,
  state: freightBand,
  region: freightBand,
  nation: freightBand,
  remote: freightBand,
  remote_states: z.array(z.string().regex(/^[A-Z]{2}$/)),
});
export type FreightTable = z.infer<typeof freightTable>;

/** A list of codes, such as exempt classes. */
/** PIN codes, or the digits they begin with. */
export const pinStarts = z.array(z.string().regex(/^[1-9][0-9]{0,5}$/)).readonly();

/** Where a courier carries what; the first one that fits is asked first. */
export const courierReach = z.strictObject({
  courier: z.string().regex(/^[a-z]{2,20}$/),
  makers_in: pinStarts,
  shoppers_in: pinStarts,
  weight_max_g: countField,
  /** Whether it collects cash at the door. */
  cash: z.boolean(),
  /** Whether it fetches returns at a shopper's door. */
  fetches: z.boolean(),
});
export type CourierReach = z.infer<typeof courierReach>;

export const sellerIds = z.array(z.uuid()).readonly();

export const codes = z.array(z.string().regex(/^[a-z0-9_]+$/)).readonly();
export type Codes = z.infer<typeof codes>;

/** Days before an end on which somebody is reminded of it. */
export const dayList = z.array(countField).readonly();

/** Rounds of negotiation and how long each stays open. */
export const negotiation = z.strictObject({ rounds: countField, hours: countField });
export type Negotiation = z.infer<typeof negotiation>;

/** Shares by rank for a split award, keyed by the number of sellers; each list adds up to 10 000 bp. */
export const splitRatios = z.record(z.string().regex(/^[2-9]$/), z.array(bpField));
export type SplitRatios = z.infer<typeof splitRatios>;

/** Nil up to a value, then a rate on the whole value, never more than the cap. */
export const feeTariff = z.strictObject({
  nil_upto_paise: paiseField,
  rate_bp: bpField,
  cap_paise: paiseField.nullable(),
});
export type FeeTariff = z.infer<typeof feeTariff>;

/** A one-off charge once a year's turnover reaches a mark. */
export const milestoneCharge = z.strictObject({ at_turnover_paise: paiseField, charge_paise: paiseField });
export type MilestoneCharge = z.infer<typeof milestoneCharge>;

/** Amounts by annual turnover: the first step whose upper bound is not exceeded applies; `null` is the last step. */
export const turnoverSteps = z.array(z.strictObject({ upto_paise: paiseField.nullable(), amount_paise: paiseField }));
export type TurnoverSteps = z.infer<typeof turnoverSteps>;

const enterpriseLimit = z.strictObject({ investment_paise: paiseField, turnover_paise: paiseField });
/** Size classes; both bounds are inclusive and both must hold. */
export const msmeLimits = z.strictObject({ micro: enterpriseLimit, small: enterpriseLimit, medium: enterpriseLimit });
export type MsmeLimits = z.infer<typeof msmeLimits>;

/** Who is warned on which days of a clock, days counted from its start, both ends included. */
export const alertLadder = z.array(
  z.strictObject({ from_day: countField, to_day: countField, warns: z.array(z.string()) }),
);
export type AlertLadder = z.infer<typeof alertLadder>;

const suspensionSteps = z.strictObject({
  first_days: countField,
  second_days: countField,
  third_days: countField,
  third_removes: z.boolean(),
});
/** Days of suspension by severity and repetition; 0 days is a warning. */
export const suspensionTable = z.strictObject({
  mild: suspensionSteps,
  serious: suspensionSteps,
  severe: suspensionSteps,
  grave: suspensionSteps,
});
export type SuspensionTable = z.infer<typeof suspensionTable>;

/** Weights of the factors of a rating; they add up to 10 000 bp. */
export const buyerRatingWeights = z.strictObject({
  bid_closure_bp: bpField,
  order_placing_bp: bpField,
  acceptance_bp: bpField,
  payment_bp: bpField,
});
export type BuyerRatingWeights = z.infer<typeof buyerRatingWeights>;

export const sellerRatingWeights = z.strictObject({
  reliability_bp: bpField,
  quality_bp: bpField,
  coverage_bp: bpField,
  timely_bp: bpField,
  incidents_bp: bpField,
});
export type SellerRatingWeights = z.infer<typeof sellerRatingWeights>;

/** Tenths of a rating point lost per upheld incident. */
export const incidentPoints = z.strictObject({
  mild_tenths: countField,
  serious_tenths: countField,
  severe_tenths: countField,
  grave_tenths: countField,
});
export type IncidentPoints = z.infer<typeof incidentPoints>;

/**
 * A line of the goods rate table. A tier applies to a transaction value per piece, before tax, above `above_paise` and up to
 * `upto_paise`; `null` leaves that side open.
 */
export const gstRate = z.strictObject({
  hsn: z.array(z.string().regex(/^\d{2,8}$/)).min(1),
  handicraft: z.boolean(),
  tiers: z
    .array(z.strictObject({ above_paise: paiseField.nullable(), upto_paise: paiseField.nullable(), rate_bp: bpField }))
    .min(1),
});
export type GstRate = z.infer<typeof gstRate>;

/** Rates in force for goods at large and special ones. */
export const gstSlabs = z.strictObject({ standard_bp: z.array(bpField), special_bp: z.array(bpField) });
export type GstSlabs = z.infer<typeof gstSlabs>;

/** Digits of the goods code an invoice needs, by the supplier's turnover. */
export const hsnDigits = z.strictObject({
  turnover_step_paise: paiseField,
  upto_step_b2b: countField,
  above_step: countField,
});
export type HsnDigits = z.infer<typeof hsnDigits>;

/** In how many days of its date an invoice is registered, from which yearly turnover on; null: at any time. */
export const eInvoiceReport = z.strictObject({ report_days: countField.nullable(), report_from_paise: paiseField });
export type EInvoiceReport = z.infer<typeof eInvoiceReport>;

/** Beginnings of goods codes that are exempt, and of those among them that are not. */
export const exemptGoods = z.strictObject({ hsn: z.array(z.string()), except: z.array(z.string()) });
export type ExemptGoods = z.infer<typeof exemptGoods>;

/** Shares of a limit at which a seller is warned, and at which orders stop. */
export const turnoverWatch = z.strictObject({ warn_bp: z.array(bpField), stop_bp: bpField });
export type TurnoverWatch = z.infer<typeof turnoverWatch>;

/** Smallest and largest round-off line of an invoice, in paise; the only amounts that may be negative. */
export const roundOff = z.strictObject({ least_paise: z.int(), most_paise: z.int() });
export type RoundOff = z.infer<typeof roundOff>;

/**
 * Slabs of a subsidy by project cost: `rate_bp` of the cost, not less than `floor_paise`, not more than `cap_paise`.
 * The first slab whose upper bound is not exceeded applies.
 */
export const subsidySlabs = z.array(
  z.strictObject({
    upto_paise: paiseField.nullable(),
    rate_bp: bpField,
    floor_paise: paiseField.nullable(),
    cap_paise: paiseField.nullable(),
  }),
);
export type SubsidySlabs = z.infer<typeof subsidySlabs>;

/** A share of a cost up to a ceiling. */
export const cappedShare = z.strictObject({ rate_bp: bpField, max_paise: paiseField.nullable() });
export type CappedShare = z.infer<typeof cappedShare>;

/** Help with fairs, by where the fair is. */
export const fairHelp = z.strictObject({
  home_state: z.strictObject({ stall: cappedShare, freight: cappedShare }),
  other_state: z.strictObject({ stall: cappedShare, freight: cappedShare }),
  abroad: z.strictObject({ stall: cappedShare }),
});
export type FairHelp = z.infer<typeof fairHelp>;

/** Grant for a branded shop, by the kind of place. */
export const storeGrant = z.strictObject({
  panchayat_paise: paiseField,
  municipality_paise: paiseField,
  corporation_paise: paiseField,
  airport_max_paise: paiseField,
});
export type StoreGrant = z.infer<typeof storeGrant>;

/** Share of a project or marketing cost with its limits. */
export const projectSubsidy = z.strictObject({
  rate_bp: bpField,
  max_paise: paiseField.nullable(),
  project_max_paise: paiseField.nullable(),
  civil_work_max_bp: bpField.nullable(),
});
export type ProjectSubsidy = z.infer<typeof projectSubsidy>;

/** Help for artisans of the listed trades. */
export const artisanHelp = z.strictObject({
  trades: countField,
  toolkit_paise: paiseField,
  loan_max_paise: paiseField,
  loan_interest_bp: bpField,
});
export type ArtisanHelp = z.infer<typeof artisanHelp>;

/** Own contribution of an applicant. */
export const ownShare = z.strictObject({ general_bp: bpField, reserved_bp: bpField });
export type OwnShare = z.infer<typeof ownShare>;

/** Capital programme for malls. */
export const mallProgramme = z.strictObject({
  outlay_paise: paiseField,
  state_min_paise: paiseField,
  loan_months: countField,
  states_with_space: countField,
});
export type MallProgramme = z.infer<typeof mallProgramme>;

/** Net worth a payment aggregator outside banking needs. */
export const netWorth = z.strictObject({ at_application_paise: paiseField, later_paise: paiseField });
export type NetWorth = z.infer<typeof netWorth>;

const reached = { phone: z.string().regex(/^\+?[0-9]{8,15}$/), email: z.email().max(120) };
/** Where people reach the platform with a question. */
export const careContact = z.strictObject(reached);
export type CareContact = z.infer<typeof careContact>;

/** Who answers for complaints, by name and post. */
export const namedOfficer = z.strictObject({
  name: z.string().min(1).max(120),
  designation: z.string().min(1).max(120),
  ...reached,
});
export type NamedOfficer = z.infer<typeof namedOfficer>;

/** Who runs the marketplace before the law. */
export const legalEntity = z.strictObject({
  legal_name: z.string().min(1).max(200),
  address: z.string().min(1).max(500),
  website: z.url().max(200),
});
export type LegalEntity = z.infer<typeof legalEntity>;
