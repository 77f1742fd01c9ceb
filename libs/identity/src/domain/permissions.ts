import type { OrganisationKind } from './organisation-kind.js';

interface RoleRow {
  /** Kinds of organisation in which the role is held; 'anywhere' = every signed-in person has it. */
  heldIn: readonly OrganisationKind[] | 'anywhere';
  permissions: readonly string[];
  /** The permissions come only with a sign-in whose second factor was proved. @rule S-35 */
  secondFactor: boolean;
  /** A second administrator confirms the grant. @rule S-28 */
  secondPerson: boolean;
  /** What the role is for, in the officer's words. */
  says: string;
}

const buyer = ['buyer_ministry', 'buyer_department', 'buyer_organisation', 'buyer_office'] as const;

/**
 * Roles and what they may do: the one table (S-40). What it leaves out is as deliberate as what it holds: platform
 * administrators have no power in procurement (S-28), and the buyer's roles follow.
 */
export const roles = {
  shopper: {
    heldIn: 'anywhere',
    permissions: ['buyer:order', 'maker:apply'],
    secondFactor: false,
    secondPerson: false,
    says: 'any signed-in person: buys in the shop, applies as a maker',
  },
  maker_owner: {
    heldIn: ['seller'],
    permissions: [
      'maker:list',
      'maker:orders',
      'maker:contracts',
      'maker:payouts',
      'maker:manage-members',
      'maker:own',
    ],
    secondFactor: false,
    secondPerson: false,
    says: 'the maker, or who answers for the group or enterprise',
  },
  maker_member: {
    heldIn: ['seller'],
    permissions: ['maker:list', 'maker:orders', 'maker:contracts'],
    secondFactor: false,
    secondPerson: false,
    says: 'works for the maker; does not touch payouts',
  },
  maker_manager: {
    heldIn: ['seller'],
    permissions: ['maker:list', 'maker:orders', 'maker:contracts'],
    secondFactor: false,
    secondPerson: false,
    says: 'runs the shop day by day: goods, orders, contracts; no money',
  },
  maker_packer: {
    heldIn: ['seller'],
    permissions: ['maker:orders'],
    secondFactor: false,
    secondPerson: false,
    says: 'takes on orders, packs and hands over',
  },
  maker_accounts: {
    heldIn: ['seller'],
    permissions: ['maker:payouts'],
    secondFactor: false,
    secondPerson: false,
    says: 'reads payouts and accounts; packs nothing, and changes no bank account',
  },
  centre_keeper: {
    heldIn: ['collection_centre'],
    permissions: ['centre:parcels'],
    secondFactor: true,
    secondPerson: false,
    says: 'takes in parcels of makers at a collection centre and hands them over together',
  },
  district_officer: {
    heldIn: ['district_nodal'],
    permissions: ['district:review-sellers', 'district:review-listings', 'odop:desk', 'odop:propose'],
    secondFactor: true,
    secondPerson: false,
    says: "reviews the makers and goods of the office's district, proposes its ODOP entries",
  },
  state_officer: {
    heldIn: ['state_nodal'],
    permissions: [
      'state:review',
      'district:review-sellers',
      'district:review-listings',
      'odop:desk',
      'odop:propose',
      'odop:approve',
    ],
    secondFactor: true,
    secondPerson: false,
    says: 'reviews appeals and ODOP entries of the State, and what its districts leave undecided',
  },
  gov_primary_user: {
    heldIn: buyer,
    permissions: ['gov:manage-users', 'gov:approve', 'gov:let-pass', 'gov:monitor'],
    secondFactor: true,
    secondPerson: false,
    says: 'head of department: registers the organisation, its users and posts, approves demands, lets justified sums pass',
  },
  gov_competent_authority: {
    heldIn: buyer,
    permissions: ['gov:approve', 'gov:monitor'],
    secondFactor: true,
    secondPerson: false,
    says: 'approves demands and awards within delegated powers',
  },
  gov_verifying_authority: {
    heldIn: buyer,
    permissions: ['gov:verify'],
    secondFactor: true,
    secondPerson: false,
    says: 'verified the primary user, once; transacts nothing',
  },
  gov_vigilance: {
    heldIn: buyer,
    permissions: ['gov:vigilance', 'gov:monitor'],
    secondFactor: true,
    secondPerson: false,
    says: 'vigilance of a buying house: reads what looked like splitting, transacts nothing',
  },
  gov_buyer: {
    heldIn: buyer,
    permissions: ['gov:demand', 'gov:order', 'gov:monitor'],
    secondFactor: true,
    secondPerson: false,
    says: 'raises demands, compares, orders, contracts',
  },
  gov_consignee: {
    heldIn: buyer,
    permissions: ['gov:receive', 'gov:monitor'],
    secondFactor: true,
    secondPerson: false,
    says: 'receives, inspects, accepts or rejects',
  },
  gov_ddo: {
    heldIn: buyer,
    permissions: ['gov:bill', 'gov:monitor'],
    secondFactor: true,
    secondPerson: false,
    says: 'drawing and disbursing officer: processes bills',
  },
  gov_pao: {
    heldIn: buyer,
    permissions: ['gov:pay', 'gov:monitor'],
    secondFactor: true,
    secondPerson: false,
    says: 'paying authority: passes and pays bills',
  },
  platform_admin: {
    heldIn: ['platform'],
    permissions: [
      'admin:users',
      'admin:policy',
      'admin:policy-approve',
      'admin:jobs',
      'admin:clock',
      'admin:audit',
      'admin:impersonate',
    ],
    secondFactor: true,
    secondPerson: true,
    says: 'administers people, offices and dated parameters; no power in procurement',
  },
  platform_operator: {
    heldIn: ['platform'],
    permissions: ['admin:jobs', 'admin:clock'],
    secondFactor: true,
    secondPerson: true,
    says: 'keeps the service running: jobs, queues, the demo clock',
  },
  programme_officer: {
    heldIn: ['platform'],
    permissions: ['odop:desk', 'odop:confirm', 'odop:import'],
    secondFactor: true,
    secondPerson: true,
    says: 'the national programme desk: confirms ODOP entries, imports the lists, keeps the register of districts',
  },
  platform_reviewer: {
    heldIn: ['platform'],
    permissions: ['state:review', 'district:review-sellers', 'district:review-listings', 'admin:categories'],
    secondFactor: true,
    secondPerson: true,
    says: 'reviews sellers outside the programme and what no office of a district or State has decided; keeps the categories',
  },
  conduct_officer: {
    heldIn: ['platform'],
    permissions: ['admin:seller-conduct'],
    secondFactor: true,
    secondPerson: true,
    says: 'the incident desk: moratoria, suspensions and exclusions of sellers',
  },
  payments_officer: {
    heldIn: ['platform'],
    permissions: ['admin:payments'],
    secondFactor: true,
    secondPerson: true,
    says: 'the payments desk: payouts and refunds that stuck, differences with the payment provider, offers the platform pays for',
  },
  grievance_officer: {
    heldIn: ['platform'],
    permissions: ['admin:complaints'],
    secondFactor: true,
    secondPerson: true,
    says: 'the complaints desk: acknowledges and decides what shoppers complain of',
  },
  nodal_person: {
    heldIn: ['platform'],
    permissions: ['admin:complaints', 'admin:complaints-above'],
    secondFactor: true,
    secondPerson: true,
    says: 'decides complaints that the desk has not decided by day 20',
  },
  platform_auditor: {
    heldIn: ['platform'],
    permissions: ['admin:audit'],
    secondFactor: true,
    secondPerson: true,
    says: 'reads the audit trail and verifies it',
  },
} as const satisfies Record<string, RoleRow>;

export type Role = keyof typeof roles;
export const roleNames = Object.keys(roles) as Role[];
export const isRole = (name: string): name is Role => Object.hasOwn(roles, name);
const row = (role: Role): RoleRow => roles[role];

export const needsSecondFactor = (role: Role): boolean => row(role).secondFactor;
export const needsSecondPerson = (role: Role): boolean => row(role).secondPerson;

export const isHeldIn = (role: Role, kind: OrganisationKind): boolean => {
  const where = row(role).heldIn;
  return where !== 'anywhere' && where.includes(kind);
};

/** What a shopper without an account may do, where guests are let in. @rule S-40 */
export const guestPermissions: ReadonlySet<string> = new Set(['buyer:order']);

/**
 * What roles allow together. Roles that need a second factor give nothing before it is proved in this sign-in.
 * @rule S-35 S-40
 */
export function permissionsOf(held: readonly Role[], secondFactorProved: boolean): ReadonlySet<string> {
  const counted = ['shopper' as const, ...held].filter((role) => secondFactorProved || !needsSecondFactor(role));
  return new Set(counted.flatMap((role) => row(role).permissions));
}
