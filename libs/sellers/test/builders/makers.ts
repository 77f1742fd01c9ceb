import { z } from 'zod';
import { CreateOrganisation, parseContact, RegisterPerson } from '#identity';
import { DistrictsQuery, type DistrictView } from '#odop';
import { UnitOfWork } from '#platform/database';
import { assert, newId, type Actor } from '#platform/kernel';
import { personActor, type Booted } from '#platform/testing';
import {
  ApplyAsSeller,
  ApproveSeller,
  AttachEvidence,
  CheckApplicationPapers,
  SubmitApplication,
  type Application,
  type Evidence,
} from '../../src/index.js';
import { identityActors, inventedMobile } from '../../../identity/test/builders/identity-actors.js';

/** A maker of a test and the person behind her. Every person and number here is invented. */
export interface Maker {
  sellerId: string;
  /** The person, acting for the maker. */
  actor: Actor;
  district: DistrictView;
}

/** Numbers of tests end in 11: other endings mean trouble to the simulated world. */
const random = (digits: number): string => String(Math.floor(Math.random() * 10 ** digits)).padStart(digits, '0');

/** Papers with which an artisan's application is complete; her card's number is a new one each time. */
export const artisanPapers = (change: Partial<Record<Evidence['kind'], Evidence>> = {}): Evidence[] =>
  Object.values({
    authorised_person: { kind: 'authorised_person', persons: [{ name: 'Meena Devi', pan: 'AAAPD1234C' }] },
    pan: { kind: 'pan', pan: 'AAAPD1234C', name: 'Meena Devi' },
    pehchan_card: { kind: 'pehchan_card', number: `BR-${random(6)}11`, office: 'Bhagalpur' },
    gst: { kind: 'gst', basis: 'exempt' },
    bank_account: { kind: 'bank_account', holder: 'Meena Devi', account: `30${random(8)}11`, ifsc: 'SBIN0001234' },
    land_border: { kind: 'land_border', declares: true },
    ...change,
  } satisfies Partial<Record<Evidence['kind'], Evidence>>);

/** Papers of somebody with a PAN of her own: another manufacturer. */
export function otherPapers(): Evidence[] {
  const letters = Array.from({ length: 3 }, () => String.fromCodePoint(65 + Math.floor(Math.random() * 26))).join('');
  const pan = `${letters}PD${random(4)}C`;
  return artisanPapers({
    authorised_person: { kind: 'authorised_person', persons: [{ name: 'Meena Devi', pan }] },
    pan: { kind: 'pan', pan, name: 'Meena Devi' },
  });
}

/** Makers and officers of a booted application, driven through the real use-cases to the state a test needs. */
export function makers(app: Booted) {
  const inTx = <T>(work: Parameters<UnitOfWork['run']>[0]) =>
    app.asSystem(() => app.get(UnitOfWork).run(work) as Promise<T>);

  /** The nodal office of a district, set up at the first call: the oldest one has the desk. */
  async function officeOf(slug: string): Promise<string> {
    const district = await districtOf(slug);
    const [known] = await inTx<{ id: string }[]>((tx) =>
      tx.many(
        z.object({ id: z.uuid() }),
        `select organisation_id as id from identity.v_organisation where kind = 'district_nodal' and district_id = $1
          order by organisation_id limit 1`,
        [district.id],
      ),
    );
    if (known) return known.id;
    const office = { name: `Nodal office, ${district.name}`, districtId: district.id, stateCode: district.state_code };
    return app.asSystem(() => app.get(CreateOrganisation).run({ kind: 'district_nodal', ...office }));
  }

  const officerOf = async (slug: string): Promise<Actor> =>
    personActor({ organisationId: await officeOf(slug), label: `officer of ${slug}` });

  /** Somebody who registered, acting for nobody but herself. */
  async function person(name = 'Meena Devi'): Promise<Actor> {
    const contact = parseContact(inventedMobile());
    assert(contact, 'an invented mobile is one');
    const asked = await app.asSystem(() =>
      app.get(RegisterPerson).ask({ name, contact, language: 'hi', notice: 'test' }),
    );
    const code = await identityActors(app).codeFor(asked.challengeId, contact.value);
    const personId = await app.asSystem(() => app.get(RegisterPerson).verify(asked.registrationId, code));
    return personActor({ personId });
  }

  async function districtOf(slug: string): Promise<DistrictView> {
    const district = await app.get(DistrictsQuery).bySlug(slug);
    assert(district, `the district ${slug} is seeded`);
    return district;
  }

  async function applied(
    change: Partial<Application> & { slug?: string; pincode?: string; applicant?: Actor } = {},
  ): Promise<Maker> {
    const { slug = 'bhagalpur', pincode = '812001', applicant = await person(), ...rest } = change;
    const district = await districtOf(slug);
    const { sellerId } = await app.as(applicant, () =>
      app.get(ApplyAsSeller).run({
        class: 'artisan',
        name: 'Meena Devi Silk Works',
        district: slug,
        address: { line: '14 Weavers Lane', place: 'Champanagar', pincode },
        ...rest,
      }),
    );
    return { sellerId, district, actor: { ...applicant, organisationId: sellerId } };
  }

  async function withPapers(maker: Maker, papers: readonly Evidence[]): Promise<void> {
    for (const paper of papers) await app.as(maker.actor, () => app.get(AttachEvidence).run(maker.sellerId, paper));
  }

  const submitted = (maker: Maker) => app.as(maker.actor, () => app.get(SubmitApplication).run(maker.sellerId, 'en-1'));
  const checked = (maker: Maker, submission = 1) =>
    app.asSystem(() => app.get(CheckApplicationPapers).run({ sellerId: maker.sellerId, submission }));
  const approved = async (maker: Maker) =>
    app.as(await officerOf(maker.district.slug), () =>
      app.get(ApproveSeller).run(maker.sellerId, ['pehchan_card', 'fssai']),
    );

  /** A maker before the officer, her papers checked by the machine. */
  async function underReview(change: Parameters<typeof applied>[0] = {}, papers = artisanPapers()): Promise<Maker> {
    await officerOf(change.slug ?? 'bhagalpur');
    const maker = await applied(change);
    await withPapers(maker, papers);
    await submitted(maker);
    await checked(maker);
    return maker;
  }

  /** A maker her officer has approved. */
  async function verified(change: Parameters<typeof applied>[0] = {}, papers = artisanPapers()): Promise<Maker> {
    const maker = await underReview(change, papers);
    await approved(maker);
    return maker;
  }

  return {
    officeOf,
    officerOf,
    person,
    districtOf,
    applied,
    withPapers,
    submitted,
    checked,
    approved,
    underReview,
    verified,
    stranger,
  };
}

/** Somebody who has nothing to do with it. */
const stranger = (): Actor => personActor({ organisationId: newId() });
