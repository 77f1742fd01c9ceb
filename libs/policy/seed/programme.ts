import { rupees } from '#platform/money';
import { bp, count, days, json, months, paise } from '../src/domain/definition.js';
import {
  artisanHelp,
  bpRange,
  countRange,
  fairHelp,
  mallProgramme,
  ownShare,
  projectSubsidy,
  storeGrant,
  subsidySlabs,
} from '../src/domain/shapes.js';
import { always, decided, from, known, read } from './evidence.js';

const up = { scope: 'STATE:UP' } as const;

/** The district-product programme: geographical indications, stories, meets, malls and the schemes of the directory. */
export const programme = {
  'gi.user_fee': paise(
    'R-7.3',
    'Fee for registering as an authorised user of a geographical indication.',
    always(rupees(500), read('S57')),
    from('2020-08-28', rupees(10), read('S57')),
  ),
  'gi.user_renewal_fee': paise(
    'R-7.3',
    'Fee for renewing that registration.',
    from('2020-08-28', rupees(10), read('S57')),
  ),
  'gi.user_months': months('R-7.3', 'Months for which that registration is valid.', always(120, known('S57'))),
  'story.length': json(
    countRange,
    'R-7.4',
    'Fewest and most characters of the story on a district card.',
    always({ least: 300, most: 1_200 }, decided()),
  ),
  'story.images': json(
    countRange,
    'R-7.4',
    'Fewest and most pictures on a district card.',
    always({ least: 3, most: 8 }, decided()),
  ),
  'mall.programme': json(
    mallProgramme,
    'R-7.5',
    'Outlay, least sum for each State, loan term and number of States with space in the Unity Malls.',
    from(
      '2023-04-01',
      {
        outlay_paise: rupees(5_000_00_00_000),
        state_min_paise: rupees(100_00_00_000),
        loan_months: 600,
        states_with_space: 36,
      },
      read('S53'),
    ),
  ),
  'meet.seller_day_max': count(
    'R-7.6',
    'Meetings one seller can be given on a day of a buyer–seller meet.',
    always(8, decided()),
  ),
  'scheme.up_mm.slabs': json(
    subsidySlabs,
    'R-7.2',
    'Margin money of the Uttar Pradesh ODOP scheme by project cost.',
    from(
      '2018-01-01',
      [
        { upto_paise: rupees(25_00_000), rate_bp: 2_500, floor_paise: null, cap_paise: rupees(6_25_000) },
        { upto_paise: rupees(50_00_000), rate_bp: 2_000, floor_paise: rupees(6_25_000), cap_paise: null },
        { upto_paise: rupees(1_50_00_000), rate_bp: 1_000, floor_paise: rupees(10_00_000), cap_paise: null },
        { upto_paise: null, rate_bp: 1_000, floor_paise: null, cap_paise: rupees(20_00_000) },
      ],
      known('S55'),
      { ...up, says: 'Margin money by project cost; one report gives 15 % for the slab from 50 to 150 lakh.' },
    ),
  ),
  'scheme.up_mm.own_share': json(
    ownShare,
    'R-7.2',
    'Own contribution of the applicant under the margin-money scheme.',
    from('2018-01-01', { general_bp: 1_000, reserved_bp: 500 }, read('S55'), up),
  ),
  'scheme.up_mm.grant_after_months': months(
    'R-7.2',
    'Months of successful running after which margin money becomes a grant.',
    from('2018-01-01', 24, read('S55'), up),
  ),
  'scheme.up_cfc.max_bp': bp(
    'R-7.2',
    'Largest share of a common facility centre paid by the Uttar Pradesh scheme.',
    from('2018-01-01', 9_000, read('S55'), up),
  ),
  'scheme.up_mda.help': json(
    fairHelp,
    'R-7.2',
    'Stall rent and freight paid back to makers at fairs.',
    from(
      '2018-01-01',
      {
        home_state: {
          stall: { rate_bp: 7_500, max_paise: rupees(50_000) },
          freight: { rate_bp: 7_500, max_paise: rupees(7_500) },
        },
        other_state: {
          stall: { rate_bp: 7_500, max_paise: rupees(50_000) },
          freight: { rate_bp: 7_500, max_paise: rupees(15_000) },
        },
        abroad: { stall: { rate_bp: 7_500, max_paise: rupees(2_00_000) } },
      },
      read('S55'),
      {
        ...up,
        says: 'Help with fairs; the ceiling for stalls in other States is printed as ₹5,000, probably ₹50,000.',
      },
    ),
  ),
  'scheme.up_mda.repeat_months': months(
    'R-7.2',
    'Months in which no similar benefit may have been received.',
    from('2018-01-01', 24, read('S55'), up),
  ),
  'scheme.age_min': count(
    'R-7.2',
    'Least age for help with fairs and for training.',
    from('2018-01-01', 18, read('S55'), up),
  ),
  'scheme.up_tk.days': days('R-7.2', 'Length of the training with toolkit.', from('2018-01-01', 10, known('S55'), up)),
  'scheme.up_st.grant': json(
    storeGrant,
    'R-7.2',
    'Grant for a branded shop by the kind of place.',
    from(
      '2018-01-01',
      {
        panchayat_paise: rupees(40_000),
        municipality_paise: rupees(60_000),
        corporation_paise: rupees(1_00_000),
        airport_max_paise: rupees(5_00_000),
      },
      read('S55'),
      up,
    ),
  ),
  'scheme.up_st.months': months(
    'R-7.2',
    'Months for which a branded shop is to be kept.',
    from('2018-01-01', 36, read('S55'), up),
  ),
  'scheme.pmfme_i.subsidy': json(
    projectSubsidy,
    'R-7.2',
    'Credit-linked subsidy for a micro food unit or group.',
    from(
      '2020-06-29',
      { rate_bp: 3_500, max_paise: rupees(10_00_000), project_max_paise: null, civil_work_max_bp: 3_000 },
      read('S56'),
    ),
  ),
  'scheme.pmfme_c.subsidy': json(
    projectSubsidy,
    'R-7.2',
    'Subsidy for common infrastructure of food makers.',
    from(
      '2020-06-29',
      {
        rate_bp: 3_500,
        max_paise: rupees(3_00_00_000),
        project_max_paise: rupees(10_00_00_000),
        civil_work_max_bp: null,
      },
      read('S56'),
    ),
  ),
  'scheme.pmfme_s.per_member': paise(
    'R-7.2',
    'Seed capital for each member of a Self Help Group that makes food.',
    from('2020-06-29', rupees(40_000), known('S56')),
  ),
  'scheme.pmfme_b.subsidy': json(
    projectSubsidy,
    'R-7.2',
    'Share of branding and marketing cost paid for groups of food makers.',
    from(
      '2020-06-29',
      { rate_bp: 5_000, max_paise: null, project_max_paise: null, civil_work_max_bp: null },
      known('S56'),
    ),
  ),
  'scheme.pmegp.range': json(
    bpRange,
    'R-7.2',
    'Margin money for a new micro unit, by area and category.',
    always({ least_bp: 1_500, most_bp: 3_500 }, read('S56b')),
  ),
  'scheme.pmv.help': json(
    artisanHelp,
    'R-7.2',
    'Toolkit and loans for artisans of the listed trades.',
    from(
      '2023-09-17',
      { trades: 18, toolkit_paise: rupees(15_000), loan_max_paise: rupees(3_00_000), loan_interest_bp: 500 },
      known(),
    ),
  ),
  'scheme.verify_after_days': days(
    'R-7.2',
    'Age of the last check after which a scheme is shown with the advice to ask at the office.',
    always(180, decided()),
  ),
};
