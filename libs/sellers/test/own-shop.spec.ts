import { z } from 'zod';
import { CreateOrganisation } from '#identity';
import { UnitOfWork, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { asOwner, personActor, type Booted } from '#platform/testing';
import {
  AgreeAsMember,
  ApplicationsQuery,
  AppealSuspension,
  AskPayoutCode,
  AttachDocument,
  AttachEvidence,
  DecideAppeal,
  DocumentsQuery,
  FollowDistrict,
  ManageMembers,
  MembersQuery,
  PreferencesQuery,
  ProvePreference,
  RemoveDocument,
  SellersQuery,
  ShopQuery,
  SubmitApplication,
  SuspendSeller,
} from '../src/index.js';
import { artisanPapers, type Maker } from './builders/makers.js';
import { openSellers, type OpenSellers } from './builders/open-sellers.js';

describe('What belongs to the owner of a shop', () => {
  let app: Booted;
  let make: OpenSellers['make'];
  let opened: OpenSellers;
  beforeAll(async () => {
    opened = await openSellers();
    ({ app, make } = opened);
  });
  afterAll(() => opened.close());

  const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => app.get(UnitOfWork).run(work);
  const group = () => make.applied({ class: 'shg', name: 'Jagriti Group' });
  const account = artisanPapers().find(({ kind }) => kind === 'bank_account');

  /** Everything about papers, members and money that goes by the permission every person has. */
  const acts: Record<string, (id: string) => Promise<unknown>> = {
    'read the application': (id) => inTx((tx) => app.get(ApplicationsQuery).own(tx, id)),
    'list the documents': (id) => inTx((tx) => app.get(DocumentsQuery).own(tx, id)),
    'read a document': (id) => inTx((tx) => app.get(DocumentsQuery).readOwn(tx, id, newId())),
    'add a document': (id) =>
      app.get(AttachDocument).run(id, { kind: 'pan', fileName: 'a.pdf' }, Buffer.from('no paper')),
    'take a document away': (id) => app.get(RemoveDocument).run(id, newId()),
    'read the members': (id) => inTx((tx) => app.get(MembersQuery).own(tx, id)),
    'write a member down': (id) =>
      app.get(ManageMembers).add(id, { name: 'Gita Devi', mobile: null, joinedOn: '2026-01-05' }),
    'set the shares': (id) => app.get(ManageMembers).setShares(id, '2030-01-01', 'So we said.', []),
    'ask a member': (id) => app.get(AgreeAsMember).ask(id, newId()),
    'give a member’s code': (id) => app.get(AgreeAsMember).byCode(id, newId(), newId(), '000000'),
    'read the preferences': (id) => inTx((tx) => app.get(PreferencesQuery).own(tx, id)),
    'ask for a proof': (id) => app.get(ProvePreference).ask(id, 'udyam'),
    'give the account': (id) => app.get(AttachEvidence).run(id, account!),
    'ask for the code of an account': (id) =>
      app.get(AskPayoutCode).run(id, account as Parameters<AskPayoutCode['run']>[1]),
    'hand in': (id) => app.get(SubmitApplication).run(id, 'en-1'),
  };

  test.each(Object.keys(acts))('S-42 her colleagues do not %s', async (name) => {
    const { sellerId, actor } = await group();
    const code = async (who: Parameters<Booted['as']>[0]): Promise<string> => {
      try {
        await app.as(who, () => acts[name]!(sellerId));
        return 'done';
      } catch (error) {
        return (error as { code?: string }).code ?? String(error);
      }
    };
    for (const role of ['maker_packer', 'maker_manager', 'maker_member', 'maker_accounts'])
      expect([role, await code(personActor({ organisationId: sellerId, roles: [role] }))]).toEqual([
        role,
        'seller_unknown',
      ]);
    // An owner of another shop is a stranger here; the applicant, another owner and a delegate get as far as the rules.
    expect(await code(personActor({ organisationId: newId(), roles: ['maker_owner'] }))).toBe('seller_unknown');
    const owner = personActor({ organisationId: sellerId, roles: ['maker_owner'] });
    for (const who of [actor, owner, { ...owner, delegateId: newId() }])
      expect(await code(who)).not.toBe('seller_unknown');
  });

  test('S-42 who works in the shop sees how it stands, and no application of hers', async () => {
    const { sellerId } = await make.verified();
    const packer = personActor({ organisationId: sellerId, roles: ['maker_manager'] });
    expect(await app.as(packer, () => inTx((tx) => app.get(ShopQuery).own(tx)))).toMatchObject({
      seller: { id: sellerId },
    });
    const applications = (who: typeof packer) => app.as(who, () => inTx((tx) => app.get(SellersQuery).ofApplicant(tx)));
    expect(await applications(packer)).toEqual([]);
    expect(await applications({ ...packer, roles: ['maker_owner'] })).toMatchObject([{ id: sellerId }]);
  });

  test('R-7.2 whose district was divided lies on the desk of the new one', async () => {
    const desk = async ({ sellerId }: Maker) =>
      (await asOwner<{ desk_id: string | null }>(`select desk_id from sellers.seller where id = $1`, [sellerId]))[0]!;
    const maker = await make.verified();
    const draft = await make.applied();
    const there = await make.officeOf('varanasi');
    const { id: newDistrict } = await make.districtOf('varanasi');
    expect((await desk(maker)).desk_id).toBe(await make.officeOf('bhagalpur'));
    for (const { sellerId } of [maker, draft])
      await asOwner(`update sellers.seller set pincode = '221001' where id = $1`, [sellerId]);
    await app.asSystem(() => app.get(FollowDistrict).run(maker.district.id, [newDistrict]));
    expect(await desk(maker)).toEqual({ desk_id: there });
    expect(await desk(draft)).toEqual({ desk_id: null });
  });

  test('R-3.18 an appeal that waits follows to the State of the new district; one that was decided stays', async () => {
    const there = await app.asSystem(() =>
      app.get(CreateOrganisation).run({ kind: 'state_nodal', name: 'Nodal office, Sikkim', stateCode: 'IN-SK' }),
    );
    const { id: newDistrict } = await make.districtOf('namchi');
    const [waits, decided] = [await make.verified(), await make.verified()];
    const grounds = { incident: 'INC-2027-00002', reason: 'Buyers say the silk is not silk.' };
    for (const { sellerId, actor } of [waits, decided]) {
      await app.as(personActor({ label: 'incident desk' }), () =>
        app.get(SuspendSeller).run(sellerId, 'severe', grounds),
      );
      await app.as(actor, () => app.get(AppealSuspension).run('It is silk.'));
    }
    const appeal = async ({ sellerId }: Maker) =>
      (await app.asSystem(() =>
        inTx((tx) =>
          tx.maybe(
            z.object({ id: z.uuid(), desk_id: z.uuid() }),
            `select id, desk_id from sellers.appeal where seller_id = $1`,
            [sellerId],
          ),
        ),
      ))!;
    const decides = (officeId: string, id: string) =>
      app.as(personActor({ organisationId: officeId }), () => app.get(DecideAppeal).run(id, false, 'It is not.'));
    const [first, second] = [await appeal(waits), await appeal(decided)];
    await decides(second.desk_id, second.id);
    await asOwner(
      `update sellers.seller set pincode = (select min(pincode) from odop.v_pincode where district_id = $2)
        where id = any($1)`,
      [[waits.sellerId, decided.sellerId], newDistrict],
    );
    const follows = () => app.asSystem(() => app.get(FollowDistrict).run(waits.district.id, [newDistrict]));
    await follows();
    expect([(await appeal(waits)).desk_id, (await appeal(decided)).desk_id]).toEqual([there, second.desk_id]);
    await follows();
    const told = await asOwner(
      `select 1 from platform.outbox where name = 'sellers.appealed' and payload ->> 'sellerId' = $1`,
      [waits.sellerId],
    );
    expect(told).toHaveLength(2);
    await expect(decides(first.desk_id, first.id)).rejects.toMatchObject({ code: 'appeal_unknown' });
    await decides(there, first.id);
  });
});
