import { namedId } from '#platform/kernel';

/** Kinds of organisation. The buyer's four are one tree, ministry (or State) at the top. @rule */
export const organisationKinds = [
  'seller',
  'buyer_ministry',
  'buyer_department',
  'buyer_organisation',
  'buyer_office',
  'platform',
  'state_nodal',
  'district_nodal',
  'collection_centre',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** Which kind stands above which. Kinds not named here stand alone. @rule */
export const parentKind: Partial<Record<OrganisationKind, readonly OrganisationKind[]>> = {
  buyer_department: ['buyer_ministry'],
  buyer_organisation: ['buyer_department'],
  buyer_office: ['buyer_organisation'],
};

export const isBuyerKind = (kind: OrganisationKind): boolean => kind.startsWith('buyer_');

/** The one platform organisation of every installation. */
export const platformOrganisationId = namedId('identity', 'platform');
