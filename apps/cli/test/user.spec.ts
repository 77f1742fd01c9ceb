import { IdentityModule, platformOrganisationId, PersonsQuery } from '#identity';
import { newId } from '#platform/kernel';
import { asOwner, boot, ownDatabase, type Booted, type TestDatabase } from '#platform/testing';
import { identityActors, inventedOfficialMailbox } from '../../../libs/identity/test/builders/identity-actors.js';
import { bazaar, bazaarHere, type Outcome } from './cli.js';

interface Person {
  personId: string;
  name: string;
  mobile: string | null;
  state: string;
  hasSecondFactor: boolean;
  liveSignIns: number;
  erasureDueAt: string | null;
  roles: { role: string; state: string; grantId: string }[];
}

describe('bazaar user', () => {
  let database: TestDatabase;
  let app: Booted;
  let actors: ReturnType<typeof identityActors>;
  const before = { ...process.env };
  beforeAll(async () => {
    database = await ownDatabase(); // nobody is an administrator in it
    app = await boot([IdentityModule]);
    actors = identityActors(app);
  });
  afterAll(async () => {
    await app.close();
    Object.assign(process.env, before);
    await database.drop();
  });

  const user = (words: string): Promise<Outcome> => bazaarHere(`user ${words}`);
  const show = async (id: string): Promise<Person> => (await user(`show ${id} --json`)).json as Person;
  const refusal = ({ code, err }: Outcome): [number, string] => [code, (JSON.parse(err) as { code: string }).code];
  const trail = (id: string) =>
    asOwner<{ operation: string; action: string; reason: string; address: string; person_id: string | null }>(
      `select operation, action, reason, address, person_id from platform.audit
        where object_kind = 'person' and object_id = $1 and operation like 'cli user%' order by id`,
      [id],
      database.ownerUrl,
    );
  const officer = () => actors.person({ name: 'Latika Sen', signIn: inventedOfficialMailbox(), secondFactor: true });

  test('says what it can do, and what it did not understand', async () => {
    const help = await bazaar('user --help');
    for (const name of ['list', 'show', 'suspend', 'restore', 'grant', 'revoke', 'end-sessions', 'reset-second-factor'])
      expect(help.out).toContain(name);
    expect((await user('suspend --help')).out).toMatch(/--reason <why>[\s\S]*--dry-run[\s\S]*--json/);
    const wrong: [words: string, says: RegExp][] = [
      [`suspend ${newId()}`, /^Required option '--reason <why>' not specified\./],
      [`suspend ${newId()} --reason ok`, /Say why in a few words/],
      ['suspend loom --reason "left the office"', /^'loom' names nobody\. Write an id, a mobile number or an e-mail/],
      ['list --role emperor', /^There is no role 'emperor'\. The roles are maker_owner, /],
      ['list --state gone', /Allowed choices are active, suspended, erased/],
      ['list --limit 0', /Write a number from 1 to 500/],
      [
        `grant ${newId()} --role district_officer --reason "new post"`,
        /^District_officer is held in an organisation\./,
      ],
      [
        `grant ${newId()} --role platform_auditor --first-administrator --reason trial`,
        /goes with '--role platform_admin'/,
      ],
      [`show ${newId()} --unmask`, /^Option '--unmask' needs '--reason <why>'\./],
    ];
    for (const [words, says] of wrong) {
      const { code, err, out } = await user(words);
      expect([words, code, out]).toEqual([words, 2, '']);
      expect(err).toMatch(says);
    }
  });

  test('S-66 lists and shows people masked; in full only with a reason, which stands in the trail', async () => {
    const maker = await actors.makerOwner('Meera Devi');
    const list = (await user('list --role maker_owner --json')).json as { items: Person[]; next: string | null };
    expect(list.items.map((each) => [each.personId, each.name])).toEqual([[maker.personId, 'M••• D•••']]);
    expect((await user(`list --organisation ${newId()}`)).out).toBe('nobody\n');
    expect((await user(`list --role maker_owner --state suspended`)).out).toBe('nobody\n');
    const first = (await user('list --limit 1 --json')).json as { items: Person[]; next: string };
    expect(first.next).toBe(first.items[0]!.personId);

    const masked = await user(`show ${maker.personId}`);
    expect(masked.out).toMatch(/name +M••• D•••\nmobile +\+919•••••••\d\d\n/);
    expect(masked.out).toMatch(/role +maker_owner in Meera Devi Weaves/);
    expect(masked.out + masked.err).not.toContain(maker.signIn);
    expect(await trail(maker.personId)).toEqual([]);

    const full = await user(`show ${maker.signIn} --unmask --reason "she asked what is kept" --json`);
    expect(full.json).toMatchObject({ personId: maker.personId, name: 'Meera Devi', mobile: maker.signIn });
    expect(await trail(maker.personId)).toEqual([
      expect.objectContaining({ action: 'person.looked_up', reason: 'she asked what is kept' }),
    ]);
    expect(refusal(await user(`show ${newId()} --json`))).toEqual([1, 'person_not_found']);
    expect(refusal(await user('show 9000000000 --json'))).toEqual([1, 'person_not_found']);
  });

  test('S-37 shuts a person out and lets them in again; on paper first, and once', async () => {
    const { personId, signIn } = await actors.shopper();
    const dry = await user(`suspend ${signIn} --reason "the account was stolen" --dry-run`);
    expect([dry.code, dry.out]).toEqual([0, expect.stringMatching(/^tried and taken back: .* suspended/)]);
    expect(await show(personId)).toMatchObject({ state: 'active', liveSignIns: 1 });

    const done = await user(`suspend ${signIn} --reason "the account was stolen" --json`);
    expect(done.json).toEqual({ personId, dryRun: false });
    expect(await show(personId)).toMatchObject({ state: 'suspended', liveSignIns: 0 });
    expect(refusal(await user(`suspend ${personId} --reason again --json`))).toEqual([1, 'person_state_unfit']);
    expect((await user(`suspend ${personId} --reason again`)).err).toBe('The account is suspended.\n');

    await user(`restore ${personId} --reason "given back to its owner"`);
    expect(await show(personId)).toMatchObject({ state: 'active' });
    expect(refusal(await user(`restore ${newId()} --reason again --json`))).toEqual([1, 'person_not_found']);
    const rows = await trail(personId);
    expect(rows.map((row) => [row.operation, row.action, row.reason])).toEqual([
      ['cli user suspend', 'person.suspended', 'the account was stolen'],
      ['cli user restore', 'person.reinstated', 'given back to its owner'],
    ]);
    // A person at the machine, not one of the bazaar.
    expect(rows.every((row) => row.person_id === null && /.+@.+/.test(row.address))).toBe(true);
  });

  test('S-35 ends sign-ins and takes away a lost app, whose officer then holds nothing', async () => {
    const person = await officer();
    await actors.signIn(person, null);
    const ended = await user(`end-sessions ${person.personId} --reason "seen on a strange machine" --json`);
    expect(ended.json).toMatchObject({ ended: 2, dryRun: false });
    expect(await show(person.personId)).toMatchObject({ liveSignIns: 0, hasSecondFactor: true });
    expect(refusal(await user(`end-sessions ${newId()} --reason trial --json`))).toEqual([1, 'person_not_found']);

    const reset = await user(`reset-second-factor ${person.personId} --reason "telephone lost, seen in person" --json`);
    expect([reset.code, reset.json]).toEqual([0, { personId: person.personId, dryRun: false }]);
    expect(await show(person.personId)).toMatchObject({ hasSecondFactor: false });
    const told = await asOwner(
      `select 1 from platform.outbox where name = 'identity.second_factor_removed' and payload ->> 'personId' = $1`,
      [person.personId],
    );
    expect(told).toHaveLength(1);
    const again = await user(`reset-second-factor ${person.personId} --reason again --json`);
    expect(refusal(again)).toEqual([1, 'second_factor_absent']);
    expect((await trail(person.personId)).map((row) => row.action)).toEqual([
      'session.ended_all',
      'second_factor.reset',
    ]);
  });

  test('S-28 one person at the server makes the first administrator and no other role of the platform', async () => {
    const [first, second] = [await officer(), await officer()];
    const early = await user(`grant ${second.personId} --role platform_operator --reason "night duty" --json`);
    expect(refusal(early)).toEqual([1, 'second_person_needed']);
    const make = (id: string) =>
      user(`grant ${id} --role platform_admin --first-administrator --reason "installation begins" --json`);
    expect((await make(first.personId)).json).toMatchObject({ state: 'active', role: 'platform_admin' });
    expect((await trail(first.personId)).map((row) => row.action)).toEqual(['role.active', 'role.first_administrator']);
    expect(refusal(await make(second.personId))).toEqual([1, 'second_person_needed']);

    const proposed = await user(
      `grant ${second.personId} --role platform_admin --reason "second administrator" --json`,
    );
    expect(proposed.json).toMatchObject({ state: 'proposed' });
    const twice = await user(`grant ${second.personId} --role platform_admin --reason again --json`);
    expect(refusal(twice)).toEqual([1, 'role_held_already']);
    expect((await show(second.personId)).roles).toEqual([expect.objectContaining({ state: 'proposed' })]);

    const last = await user(`revoke ${first.personId} --role platform_admin --reason "moves away" --json`);
    expect(refusal(last)).toEqual([1, 'last_administrator']);
    const withdrawn = await user(`revoke ${second.personId} --role platform_admin --reason "not needed"`);
    expect(withdrawn.out).toBe(`${second.personId} holds platform_admin there no more\n`);
    expect((await show(second.personId)).roles).toEqual([]);
  });

  test('S-28 gives a role of a nodal office, and none that a buyer or a shop gives', async () => {
    const [person, maker] = [await officer(), await actors.makerOwner()];
    const district = await actors.districtOfficer(newId());
    const grant = (role: string, organisation: string) =>
      user(`grant ${person.personId} --role ${role} --organisation ${organisation} --reason "new post" --json`);
    expect(refusal(await grant('gov_pao', platformOrganisationId))).toEqual([1, 'may_not_grant']);
    expect(refusal(await grant('maker_owner', maker.organisationId!))).toEqual([1, 'may_not_grant']);
    expect(refusal(await grant('district_officer', newId()))).toEqual([1, 'organisation_not_found']);
    expect(refusal(await grant('district_officer', maker.organisationId!))).toEqual([1, 'role_does_not_fit']);
    expect((await grant('district_officer', district.organisationId!)).json).toMatchObject({ state: 'active' });
    const revoke = () =>
      user(
        `revoke ${person.personId} --role district_officer --organisation ${district.organisationId!} --reason left --json`,
      );
    expect((await revoke()).json).toMatchObject({ role: 'district_officer' });
    expect(refusal(await revoke())).toEqual([1, 'grant_not_found']);
  });

  test('S-66 erases after the notice, at once when it was given, and nobody who holds an office or a shop', async () => {
    const [shopper, maker] = [await actors.shopper(), await actors.makerOwner()];
    const asked = await user(`erase ${shopper.personId} --reason "asked by letter" --json`);
    expect(asked.json).toEqual({ personId: shopper.personId, dueAt: expect.any(String), dryRun: false });
    expect(await show(shopper.personId)).toMatchObject({ state: 'active', erasureDueAt: expect.any(String) });
    expect(refusal(await user(`erase ${maker.personId} --now --reason "asked by letter" --json`))).toEqual([
      1,
      'erasure_hindered',
    ]);
    const dry = await user(`erase ${shopper.personId} --now --reason "asked by letter" --dry-run`);
    expect(dry.out).toMatch(/^tried and taken back: .* erased, before the end of the notice/);
    await user(`erase ${shopper.personId} --now --reason "asked by letter"`);
    expect(await show(shopper.personId)).toMatchObject({ state: 'erased', name: '', mobile: null, erasureDueAt: null });
    const contact = await app.asSystem(() => app.get(PersonsQuery).contactOf(shopper.personId));
    expect(contact).toBeNull();
    const untold = await user(`erase ${(await actors.shopper()).personId} --now --reason "asked by letter"`);
    expect(untold.out).toMatch(/erased, though no notice was given here/);
    const again = await user(`erase ${shopper.personId} --now --reason again --json`);
    expect(refusal(again)).toEqual([1, 'person_not_found']);
    expect((await trail(shopper.personId)).map((row) => [row.action, row.reason])).toEqual([
      ['erasure.asked', 'asked by letter'],
      ['person.erased', 'asked by letter'],
    ]);
  });
});
