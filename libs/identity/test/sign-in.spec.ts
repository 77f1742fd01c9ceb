import { boot, type Booted } from '#platform/testing';
import { IdentityModule, PersonsQuery } from '../src/index.js';
import { identityActors } from './builders/identity-actors.js';

describe('Identity', () => {
  let app: Booted;
  let actors: ReturnType<typeof identityActors>;
  beforeAll(async () => {
    app = await boot([IdentityModule]);
    actors = identityActors(app);
  });
  afterAll(() => app.close());

  test('a person registers, verifies, signs in and is known by her token', async () => {
    const shopper = await actors.shopper('Farah Khan');
    const actor = await shopper.actor();
    expect(actor).toMatchObject({ kind: 'person', personId: shopper.personId, organisationId: null });
    expect([...actor.permissions].sort()).toEqual(['buyer:order', 'maker:apply']);
    const contact = await app.as(actor, () => app.get(PersonsQuery).contactOf(shopper.personId));
    expect(contact).toMatchObject({ name: 'Farah Khan', mobile: shopper.signIn });
  });

  test('officers of each role', async () => {
    const { buyer, hod } = await actors.government();
    expect([...(await buyer.actor()).permissions]).toContain('gov:order');
    expect([...(await hod.actor()).permissions]).toContain('gov:approve');
    const admin = await actors.platformAdmin();
    expect([...(await admin.actor()).permissions]).toContain('admin:users');
  });
});
