import { Injectable } from '@nestjs/common';
import { MakeDemoAccount, platformOrganisationId, type DemoAccount, type Role } from '#identity';
import { demoOfficeId as id } from './demo-office-id.js';

interface DemoPerson {
  name: string;
  signIn: string;
  role: Role;
  office?: string;
}

/** Invented people; mobiles and mailboxes belong to nobody. */
const people: readonly DemoPerson[] = [
  { name: 'Farah Siddiqui', signIn: '9000000001', role: 'shopper' },
  {
    name: 'Arjun Prasad',
    signIn: 'arjun.prasad@bazaar-demo.gov.in',
    role: 'district_officer',
    office: id('district'),
  },
  {
    name: 'Harish Rao',
    signIn: 'harish.rao@bazaar-demo.gov.in',
    role: 'gov_primary_user',
    office: id('organisation'),
  },
  {
    name: 'Vimala Iyer',
    signIn: 'vimala.iyer@bazaar-demo.gov.in',
    role: 'gov_verifying_authority',
    office: id('organisation'),
  },
  { name: 'Bina Das', signIn: 'bina.das@bazaar-demo.gov.in', role: 'gov_buyer', office: id('organisation') },
  {
    name: 'Chetan Gill',
    signIn: 'chetan.gill@bazaar-demo.gov.in',
    role: 'gov_consignee',
    office: id('organisation'),
  },
  {
    name: 'Divya Menon',
    signIn: 'divya.menon@bazaar-demo.gov.in',
    role: 'gov_ddo',
    office: id('organisation'),
  },
  {
    name: 'Prakash Lal',
    signIn: 'prakash.lal@bazaar-demo.gov.in',
    role: 'gov_pao',
    office: id('organisation'),
  },
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

/** The people of the demo, each able to sign in; what they are is given to them by SeedDemoAccounts. */
@Injectable()
export class SeedDemoPeople {
  private readonly known: (DemoPerson & DemoAccount)[] = [];

  constructor(private readonly makeDemoAccount: MakeDemoAccount) {}

  /** Everybody `run` has made or found. */
  get accounts(): readonly (DemoPerson & DemoAccount)[] {
    return this.known;
  }

  async run(): Promise<string> {
    for (const person of people) {
      const { name, signIn, office } = person;
      const account = await this.makeDemoAccount.run({ name, signIn, secondFactor: office !== undefined });
      this.known.push({ ...person, ...account });
    }
    return `${people.length} can sign in`;
  }
}
