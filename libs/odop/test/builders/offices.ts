import { CreateOrganisation, platformOrganisationId } from '#identity';
import { newId, type Actor } from '#platform/kernel';
import { asOwner, personActor, type Booted } from '#platform/testing';
import type { DistrictView } from '../../src/index.js';

/** Officers of one district, its State and the national desk, for module tests. Every person is invented. */
export async function officesOf(app: Booted, district: DistrictView) {
  const office = async (kind: 'district_nodal' | 'state_nodal') =>
    app.asSystem(() =>
      app.get(CreateOrganisation).run({
        kind,
        name: `Nodal office, ${district.name}`,
        ...(kind === 'district_nodal' ? { districtId: district.id } : {}),
        stateCode: district.state_code,
      }),
    );
  const [districtOffice, stateOffice] = [await office('district_nodal'), await office('state_nodal')];
  const actorOf = (organisationId: string, label: string): Actor =>
    personActor({ organisationId, personId: newId(), label });
  return {
    districtOffice,
    stateOffice,
    district: () => actorOf(districtOffice, 'district officer'),
    state: () => actorOf(stateOffice, 'State officer'),
    national: () => actorOf(platformOrganisationId, 'programme officer'),
  };
}

/** The clock of the database stands still at an instant until it is let go. */
export const freezeClock = (at: Date) =>
  asOwner(
    `insert into platform.clock (base_at, real_at, speed) values ($1, clock_timestamp(), 1e-9)
     on conflict (one) do update set base_at = $1, real_at = clock_timestamp(), speed = 1e-9`,
    [at],
  );
export const releaseClock = () => asOwner('delete from platform.clock');

/** A story that is long enough, and says nothing of anybody. */
export const storyOf = (lang = 'en') => ({
  lang,
  title: 'A craft of this district',
  body: 'Here stands what visitors are told about the craft, its places and its seasons. '.repeat(5).trim(),
  craft: null,
  materials: ['clay'],
  steps: ['knead', 'shape', 'fire'],
  sustainability: null,
  quotes: [],
  images: [],
});

export const paperOf = () => ({
  kind: 'minutes' as const,
  title: 'Minutes of the district committee',
  issuer: 'District export promotion committee',
  reference: 'DEPC/7',
  issuedOn: '2026-05-04',
  url: null,
});
