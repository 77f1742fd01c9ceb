import { rupees } from '#platform/money';
import { bp, count, days, flag, hours, json, minutes, months, paise } from '../src/domain/definition.js';
import { codes, dayList, feeTariff, milestoneCharge, msmeLimits, turnoverSteps } from '../src/domain/shapes.js';
import { always, decided, from, known, read } from './evidence.js';

const smallMakers = ['artisan', 'weaver', 'shg', 'fpo'];

/** Makers and firms: joining, size, catalogue, deposits and charges. */
export const sellers = {
  'seller.shg_office_bearers': count(
    'R-4.1',
    'Office bearers of a Self Help Group whose identity is checked.',
    always(2, decided()),
  ),
  'seller.shg_pan_above': paise(
    'R-4.1',
    'Yearly sales above which a Self Help Group needs a PAN of its own.',
    always(rupees(5_00_000), decided()),
  ),
  'seller.itr_after_months': months(
    'R-4.1',
    'Age from which a firm that wants to bid shows its income-tax return.',
    always(24, read('S15')),
  ),
  'seller.name_match_pass_bp': bp(
    'R-4.2',
    'Likeness of two names from which they count as the same without a look by a person.',
    always(8_500, decided()),
  ),
  'seller.name_match_review_bp': bp(
    'R-4.2',
    'Likeness of two names below which they count as different; between the two a person decides.',
    always(6_000, decided()),
  ),
  'seller.preference_months': months(
    'R-4.3',
    'Months for which what a register proved of a seller (size, women’s or SC/ST ownership, startup) holds.',
    always(12, decided()),
  ),
  'msme.limits': json(
    msmeLimits,
    'R-4.4',
    'Largest investment and turnover of a micro, a small and a medium enterprise.',
    from(
      '2020-07-01',
      {
        micro: { investment_paise: rupees(1_00_00_000), turnover_paise: rupees(5_00_00_000) },
        small: { investment_paise: rupees(10_00_00_000), turnover_paise: rupees(50_00_00_000) },
        medium: { investment_paise: rupees(50_00_00_000), turnover_paise: rupees(250_00_00_000) },
      },
      read('S35'),
    ),
    from(
      '2025-04-01',
      {
        micro: { investment_paise: rupees(2_50_00_000), turnover_paise: rupees(10_00_00_000) },
        small: { investment_paise: rupees(25_00_00_000), turnover_paise: rupees(100_00_00_000) },
        medium: { investment_paise: rupees(125_00_00_000), turnover_paise: rupees(500_00_00_000) },
      },
      read('S35'),
    ),
  ),
  'seller.gstin_order_above': paise(
    'R-4.5',
    'Order value from which GeM asks for a GSTIN; kept for comparison, tax law decides here.',
    from('2023-01-01', rupees(40_00_000), read('S15')),
  ),
  'seller.gstin_order_rule_on': flag(
    'R-4.5',
    'Whether orders above that value need a GSTIN whatever tax law says.',
    always(false, decided()),
  ),
  'listing.images_min': count('R-4.7', 'Pictures a listing needs.', always(3, read('S15'))),
  'listing.price_up_review_bp': bp(
    'SM-3',
    'A price rise above this share sends a live listing back to review.',
    always(1_000, decided()),
  ),
  'listing.old_version_hours': hours(
    'SM-3',
    'Hours the old version of an edited listing stays visible while the new one is reviewed.',
    always(48, decided()),
  ),
  'listing.import_days': days(
    'S-60',
    'Days a checked sheet of goods waits for its maker to have it written.',
    always(7, decided()),
  ),
  'listing.trusted_approvals': count(
    'SM-3',
    'Approved goods from which a maker’s further general goods need no look.',
    always(5, decided()),
  ),
  'listing.trusted_months': months(
    'SM-3',
    'Months in which no report about a maker’s goods was upheld for that.',
    always(12, decided()),
  ),
  'report.waiting_max': count('SM-3', 'Reports about goods one person may have waiting.', always(10, decided())),
  'report.day_max': count('SM-3', 'Goods one person may report in 24 hours.', always(5, decided())),
  'review.write_days': days(
    'R-9.3',
    'Days from delivery in which a buyer writes and rewrites a review.',
    always(90, decided()),
  ),
  'review.rewrite_days': days(
    'R-9.3',
    'Days in which a refused review may be written anew, however late it was refused.',
    always(14, decided()),
  ),
  'report.ip_repeat_at': count(
    'R-9.3',
    'Goods of one maker with an upheld report of copying from which the incident desk is told.',
    always(2, decided()),
  ),
  'assessment.exempt_turnover': paise(
    'R-4.8',
    'Yearly turnover, in one of the counted years, from which a maker needs no vendor assessment.',
    always(rupees(500_00_00_000), read('S27')),
  ),
  'assessment.exempt_turnover_years': count(
    'R-4.8',
    'Past years in which that turnover may have been reached.',
    always(3, read('S27')),
  ),
  'assessment.exempt_classes': json(
    codes,
    'R-4.8',
    'Makers who need no vendor assessment; district verification takes its place for the maker classes of the programme.',
    always(
      [
        'psu',
        'handicraft',
        'government_society',
        'notified_body',
        'bis_licence',
        'drug_licence',
        ...smallMakers,
        'unit',
      ],
      decided('S27'),
    ),
  ),
  'caution.enabled': flag(
    'R-4.9',
    'Whether sellers leave caution money.',
    from('2021-01-01', true, read('S22')),
    from('2025-08-08', false, read('S25'), {
      says: 'Caution money was reported abolished; some later trade pages still describe it.',
    }),
  ),
  'caution.amounts': json(
    turnoverSteps,
    'R-4.9',
    'Caution money by yearly turnover.',
    from(
      '2021-01-01',
      [
        { upto_paise: rupees(1_00_00_000) - 1n, amount_paise: rupees(5_000) },
        { upto_paise: rupees(10_00_00_000), amount_paise: rupees(10_000) },
        { upto_paise: null, amount_paise: rupees(25_000) },
      ],
      read('S22'),
    ),
  ),
  'caution.exempt_classes': json(
    codes,
    'R-4.9',
    'Sellers who never leave caution money.',
    from('2021-01-01', ['shg', 'artisan', 'weaver', 'women_mse', 'sc_st_mse'], read('S22')),
  ),
  'fee.txn': json(
    feeTariff,
    'R-4.10',
    'Transaction charge of an order: nil up to a value, then a rate on the whole value, capped.',
    from('2020-06-01', { nil_upto_paise: rupees(5_00_000) - 1n, rate_bp: 50, cap_paise: null }, known('S23b'), {
      says: 'First tariff: nil below five lakh, then half a per cent; its lower rates for larger orders were not read.',
    }),
    from(
      '2022-04-01',
      { nil_upto_paise: rupees(5_00_000), rate_bp: 45, cap_paise: rupees(72_50_000) },
      known('S23', 'S23b'),
      {
        says: 'Tariff in force until August 2024; the day it began was not read, and the policy of April 2022 printed other slabs.',
      },
    ),
    from('2024-08-09', { nil_upto_paise: rupees(10_00_000), rate_bp: 30, cap_paise: rupees(3_00_000) }, read('S23')),
  ),
  'fee.annual_milestone': json(
    milestoneCharge,
    'R-4.11',
    'One charge a year, before tax, when a seller reaches this turnover; transaction charges begin only after it.',
    from('2024-08-09', { at_turnover_paise: rupees(20_00_000), charge_paise: rupees(10_000) }, read('S24')),
  ),
  'fee.free_classes': json(
    codes,
    'R-4.12',
    'Sellers who pay no commission and no charges on the platform.',
    always(smallMakers, decided()),
    from('2026-11-01', ['artisan', 'weaver', 'shg', 'fpo_company', 'fpo_cooperative'], decided(), {
      says: 'Producer organisations by the names of their two classes; the older row named a class nobody has.',
    }),
  ),
  'onboarding.auto_check_minutes': minutes(
    'SM-1',
    'Minutes in which the automatic checks of an application are done.',
    always(15, decided()),
  ),
  'onboarding.review_days': days(
    'SM-1',
    'Days in which an officer decides on an application before the State officer is told.',
    always(7, decided()),
  ),
  'onboarding.correction_days': days(
    'SM-1',
    'Days after which an application lapses when a correction was asked for and nobody answered.',
    always(60, decided()),
  ),
  'onboarding.reapply_days': days(
    'SM-1',
    'Days after a refusal before a new application may be made.',
    always(30, decided()),
  ),
  'seller.paper_reminder_days': json(
    dayList,
    'SM-1',
    'Days before a licence, certificate or declaration of a seller ends on which she is reminded.',
    always([30, 7, 1], decided()),
  ),
  'onboarding.land_border_months': months(
    'SM-1',
    'Months for which a declaration on owners from countries with a land border holds.',
    always(12, read('S15')),
  ),
};
