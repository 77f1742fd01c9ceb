import { mkdir, writeFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { CreateOrganisation, GrantRole, OrganisationsQuery, type NewOrganisation, type Role } from '#identity';
import { DistrictsQuery } from '#odop';
import { UnitOfWork } from '#platform/database';
import { demoOfficeId as id } from './demo-office-id.js';
import { SeedDemoPeople } from './seed-demo-people.js';

const file = '.data/demo-accounts.json';

/** Offices of the demo. The buyer's four levels are R-2.1's. */
const offices: readonly (NewOrganisation & { id: string; districtSlug?: string })[] = [
  { id: id('ministry'), kind: 'buyer_ministry', name: 'Ministry of Demonstrations', buyerClass: 'CENTRAL' },
  {
    id: id('department'),
    kind: 'buyer_department',
    name: 'Department of Furnishings',
    parentId: id('ministry'),
  },
  {
    id: id('organisation'),
    kind: 'buyer_organisation',
    name: 'Directorate of Guest Houses',
    parentId: id('department'),
  },
  {
    id: id('office'),
    kind: 'buyer_office',
    name: 'Guest House, Patna',
    parentId: id('organisation'),
  },
  {
    id: id('district'),
    kind: 'district_nodal',
    name: 'District Nodal Office, Bhagalpur',
    districtSlug: 'bhagalpur',
  },
];

/** Accounts to try the bazaar with; their passwords are this installation's own and stand in `.data/demo-accounts.json`. */
@Injectable()
export class SeedDemoAccounts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly districts: DistrictsQuery,
    private readonly organisations: OrganisationsQuery,
    private readonly createOrganisation: CreateOrganisation,
    private readonly people: SeedDemoPeople,
    private readonly grantRole: GrantRole,
  ) {}

  async run(): Promise<string> {
    await this.work.run(async () => {
      await this.makeOffices();
      for (const { personId, role, office } of this.people.accounts)
        if (office !== undefined) await this.grant(personId, office, role);
    });
    const accounts = this.people.accounts.map(({ name, role, signIn, password, totpSecret }) => ({
      name,
      role,
      signIn,
      password,
      totpSecret,
    }));
    await mkdir('.data', { recursive: true });
    await writeFile(file, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
    return `${accounts.length}, listed in ${file}`;
  }

  private async makeOffices(): Promise<void> {
    for (const { districtSlug, ...office } of offices) {
      if (await this.organisations.byId(office.id)) continue;
      const district = districtSlug === undefined ? null : await this.districts.bySlug(districtSlug);
      await this.createOrganisation.run({ ...office, districtId: district?.id ?? null });
    }
  }

  private async grant(personId: string, organisationId: string, role: Role): Promise<void> {
    await this.grantRole.run({ personId, organisationId, role }).catch((error: { code?: string }) => {
      if (error.code !== 'role_held_already') throw error;
    });
  }
}
