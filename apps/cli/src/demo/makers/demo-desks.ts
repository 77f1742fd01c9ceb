import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Injectable } from '@nestjs/common';
import { CreateOrganisation, GrantRole, MakeDemoAccount, OrganisationsQuery, type Role } from '#identity';
import { DistrictsQuery } from '#odop';
import { UnitOfWork } from '#platform/database';
import { assert, namedId, type Actor } from '#platform/kernel';
import { ReviewDesksQuery, reviewedBy, type SellerClass } from '#sellers';
import { inventedName } from './invented-names.js';
import type { MakerPlace } from './maker-places.js';

interface DemoOfficer {
  name: string;
  role: Role;
  office: string;
  signIn: string;
  password: string;
  totpSecret: string | null;
}
type Acting = Pick<Actor, 'personId' | 'organisationId' | 'roles'>;

const rolesIn: Readonly<Partial<Record<string, Role>>> = {
  district_nodal: 'district_officer',
  state_nodal: 'state_officer',
  platform: 'platform_reviewer',
};

/** Offices that review makers, and an invented officer in each who approves those of the demo. */
@Injectable()
export class DemoDesks {
  private readonly officers = new Map<string, Promise<Acting>>();
  private readonly accounts: DemoOfficer[] = [];

  constructor(
    private readonly work: UnitOfWork,
    private readonly organisations: OrganisationsQuery,
    private readonly createOrganisation: CreateOrganisation,
    private readonly districts: DistrictsQuery,
    private readonly desks: ReviewDesksQuery,
    private readonly makeDemoAccount: MakeDemoAccount,
    private readonly grantRole: GrantRole,
  ) {}

  /** Of a State that has none. */
  async openStateOffice(stateCode: string): Promise<void> {
    const desk = await this.work.run((tx) => this.desks.ofAppeals(tx, stateCode));
    if (desk !== null && (await this.organisations.byId(desk))?.kind === 'state_nodal') return;
    const states = await this.districts.states();
    const name = `State Nodal Office, ${states.find((state) => state.code === stateCode)?.name ?? stateCode}`;
    const id = namedId('demo makers', 'state office', stateCode);
    await this.createOrganisation.run({ id, kind: 'state_nodal', name, stateCode });
  }

  /** Of a district that has none. */
  async openDistrictOffice({ districtId, district, stateCode, slug }: MakerPlace): Promise<void> {
    const desk = await this.deskOf('district', { districtId, stateCode });
    if ((await this.organisations.byId(desk))?.kind === 'district_nodal') return;
    const id = namedId('demo makers', 'district office', slug);
    const name = `District Nodal Office, ${district}`;
    await this.createOrganisation.run({ id, kind: 'district_nodal', name, districtId, stateCode });
  }

  /** Who decides about makers of a class from a place, as the register of offices has it. @rule SM-1 */
  async officerFor(sellerClass: SellerClass, place: MakerPlace): Promise<Acting> {
    return this.officerOf(await this.deskOf(reviewedBy(sellerClass), place));
  }

  /** Keeps how to sign in as those who decided, for this machine's user only. @returns what became of them, in words */
  async writeDown(file: string): Promise<string> {
    await mkdir(dirname(file), { recursive: true });
    const inOrder = this.accounts.toSorted((a, b) => (a.signIn < b.signIn ? -1 : 1));
    await writeFile(file, `${JSON.stringify(inOrder, null, 2)}\n`, { mode: 0o600 });
    return `${inOrder.length} officers decide about them; how to sign in as them stands in ${file}.`;
  }

  private async deskOf(by: 'district' | 'platform', place: { districtId: string; stateCode: string }): Promise<string> {
    const desk = await this.work.run((tx) => this.desks.of(tx, by, place));
    assert(desk.desk_id, 'the platform itself reviews where nobody else does');
    return desk.desk_id;
  }

  private officerOf(organisationId: string): Promise<Acting> {
    const known = this.officers.get(organisationId) ?? this.appoint(organisationId);
    this.officers.set(organisationId, known);
    return known;
  }

  private async appoint(organisationId: string): Promise<Acting> {
    const office = await this.organisations.byId(organisationId);
    const role = rolesIn[office?.kind ?? ''];
    assert(office && role, 'an office that reviews has a role for it');
    const tag = organisationId.slice(0, 8);
    const signIn = `reviewer.${tag}@bazaar-demo.gov.in`;
    const name = inventedName('officer', Number.parseInt(tag, 16));
    const account = await this.makeDemoAccount.run({ name, signIn, secondFactor: true });
    const { personId, password, totpSecret } = account;
    await this.grantRole.run({ personId, organisationId, role }).catch((error: { code?: string }) => {
      if (error.code !== 'role_held_already') throw error;
    });
    this.accounts.push({ name, role, office: office.name, signIn, password, totpSecret });
    return { personId, organisationId, roles: [role] };
  }
}
