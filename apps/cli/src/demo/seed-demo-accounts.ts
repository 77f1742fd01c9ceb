import { mkdir, writeFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import {
  CreateOrganisation,
  GrantRole,
  MakeDemoAccount,
  OrganisationsQuery,
  platformOrganisationId,
  type NewOrganisation,
  type Role,
} from '#identity';
import { DistrictsQuery } from '#odop';
import { namedId } from '#platform/kernel';

const file = '.data/demo-accounts.json';
const id = (name: string): string => namedId('demo', name);

/** Offices of the demo. The buyer's four levels are R-2.1's. */
const offices: readonly (NewOrganisation & { id: string; districtSlug?: string })[] = [
  { id: id('ministry'), kind: 'buyer_ministry', name: 'Ministry of Demonstrations', buyerClass: 'CENTRAL' },
  { id: id('department'), kind: 'buyer_department', name: 'Department of Furnishings', parentId: id('ministry') },
  {
    id: id('organisation'),
    kind: 'buyer_organisation',
    name: 'Directorate of Guest Houses',
    parentId: id('department'),
  },
  { id: id('office'), kind: 'buyer_office', name: 'Guest House, Patna', parentId: id('organisation') },
  { id: id('district'), kind: 'district_nodal', name: 'District Nodal Office, Bhagalpur', districtSlug: 'bhagalpur' },
];

/** Invented people; mobiles and mailboxes belong to nobody. */
const people: readonly { name: string; signIn: string; role: Role; office?: string }[] = [
  { name: 'Farah Siddiqui', signIn: '9000000001', role: 'shopper' },
  { name: 'Arjun Prasad', signIn: 'arjun.prasad@bazaar-demo.gov.in', role: 'district_officer', office: id('district') },
  { name: 'Harish Rao', signIn: 'harish.rao@bazaar-demo.gov.in', role: 'gov_primary_user', office: id('organisation') },
  {
    name: 'Vimala Iyer',
    signIn: 'vimala.iyer@bazaar-demo.gov.in',
    role: 'gov_verifying_authority',
    office: id('organisation'),
  },
  { name: 'Bina Das', signIn: 'bina.das@bazaar-demo.gov.in', role: 'gov_buyer', office: id('organisation') },
  { name: 'Chetan Gill', signIn: 'chetan.gill@bazaar-demo.gov.in', role: 'gov_consignee', office: id('organisation') },
  { name: 'Divya Menon', signIn: 'divya.menon@bazaar-demo.gov.in', role: 'gov_ddo', office: id('organisation') },
  { name: 'Prakash Lal', signIn: 'prakash.lal@bazaar-demo.gov.in', role: 'gov_pao', office: id('organisation') },
  {
    name: 'Noor Fatima',
    signIn: 'noor.fatima@bazaar-demo.gov.in',
    role: 'platform_admin',
    office: platformOrganisationId,
  },
  {
    name: 'Tenzin Dorje',
    signIn: 'tenzin.dorje@bazaar-demo.gov.in',
    role: 'platform_admin',
    office: platformOrganisationId,
  },
];

/** Accounts to try the bazaar with; their passwords are this installation's own and stand in `.data/demo-accounts.json`. */
@Injectable()
export class SeedDemoAccounts {
  constructor(
    private readonly districts: DistrictsQuery,
    private readonly organisations: OrganisationsQuery,
    private readonly createOrganisation: CreateOrganisation,
    private readonly makeDemoAccount: MakeDemoAccount,
    private readonly grantRole: GrantRole,
  ) {}

  async run(): Promise<string> {
    for (const { districtSlug, ...office } of offices) {
      if (await this.organisations.byId(office.id)) continue;
      const district = districtSlug === undefined ? null : await this.districts.bySlug(districtSlug);
      await this.createOrganisation.run({ ...office, districtId: district?.id ?? null });
    }
    const accounts = [];
    for (const { name, signIn, role, office } of people) {
      const account = await this.makeDemoAccount.run({ name, signIn, secondFactor: office !== undefined });
      if (office !== undefined) await this.grant(account.personId, office, role);
      const { password, totpSecret } = account;
      accounts.push({ name, role, signIn, password, totpSecret });
    }
    await mkdir('.data', { recursive: true });
    await writeFile(file, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
    return `${accounts.length}, listed in ${file}`;
  }

  private async grant(personId: string, organisationId: string, role: Role): Promise<void> {
    await this.grantRole.run({ personId, organisationId, role }).catch((error: { code?: string }) => {
      if (error.code !== 'role_held_already') throw error;
    });
  }
}
