import { Injectable } from '@nestjs/common';
import { MakeDemoAccount } from '#identity';
import { isProduction } from '#platform/config';
import { UnitOfWork } from '#platform/database';
import { newId, type Actor } from '#platform/kernel';
import { currentContext, runInContext } from '#platform/observability';
import {
  ApplyAsSeller,
  ApproveSeller,
  AttachEvidence,
  CheckApplicationPapers,
  SellersQuery,
  SubmitApplication,
  TieProducts,
  type SellerState,
} from '#sellers';
import { DemoDesks } from './demo-desks.js';
import { inventedMakers, inventedShoppers, type InventedMaker, type InventedPerson } from './invented-makers.js';
import { inventedPapers, shopName } from './invented-papers.js';
import { MakerPlaces, type MakerPlace } from './maker-places.js';

/** How many are on their way at the same time. */
const together = 4;

/**
 * A bazaar of invented makers, each led through the real steps from application to approval by the officer of her desk.
 * Who is there already is left alone, who was left half-way by a killed run is led on from there.
 */
@Injectable()
export class SeedDemoMakers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: MakeDemoAccount,
    private readonly desks: DemoDesks,
    private readonly places: MakerPlaces,
    private readonly sellers: SellersQuery,
    private readonly apply: ApplyAsSeller,
    private readonly attach: AttachEvidence,
    private readonly tie: TieProducts,
    private readonly submit: SubmitApplication,
    private readonly check: CheckApplicationPapers,
    private readonly approve: ApproveSeller,
  ) {}

  /**
   * @param count  how many makers there are to be
   * @param officersFile  where it is kept how to sign in as the officers
   */
  async run(count: number, officersFile = '.data/demo-officers.json'): Promise<string> {
    if (isProduction()) throw new Error('Demo makers are not made in production.');
    const makers = inventedMakers(count, await this.places.stateCodes());
    const shoppers = inventedShoppers(count);
    // Offices first, so that whose desk she comes to does not hang on who was quicker.
    for (const maker of makers.filter((each) => each.turn === 0)) await this.desks.openStateOffice(maker.stateCode);
    for (const maker of makers.filter((each) => each.opensDistrictOffice))
      await this.desks.openDistrictOffice(await this.places.of(maker));
    const made = await this.leadAll(makers);
    for (const shopper of shoppers) await this.account(shopper, 'en');
    const told = await this.desks.writeDown(officersFile);
    return `${makers.length}, ${made} of them new, and ${shoppers.length} shoppers: every person and number is invented. ${told}`;
  }

  /** @returns how many were led on. @throws what stopped the first who was stopped, once nobody is on her way any more */
  private async leadAll(makers: readonly InventedMaker[]): Promise<number> {
    const queue = [...makers];
    let made = 0;
    const walk = async (): Promise<void> => {
      for (let maker = queue.shift(); maker; maker = queue.shift()) if (await this.lead(maker)) made += 1;
    };
    const walks = Array.from({ length: together }, () =>
      walk().catch((error: unknown) => {
        queue.length = 0;
        throw error;
      }),
    );
    const stopped = (await Promise.allSettled(walks)).find((each) => each.status === 'rejected');
    if (stopped) throw stopped.reason;
    return made;
  }

  /** @returns whether there was anything to do */
  private async lead(maker: InventedMaker): Promise<boolean> {
    let state = await this.stateOf(maker.sellerId);
    const place = await this.places.of(maker);
    if (state !== null && !['draft', 'submitted', 'under_review'].includes(state)) {
      // The file of officers is written anew: it lists those of earlier runs too.
      await this.desks.officerFor(maker.class, place);
      return false;
    }
    const personId = await this.account(maker.owner, 'hi');
    const herself = { personId, organisationId: maker.sellerId, roles: ['maker_owner'] };
    if (state === null) await this.as(herself, () => this.applies(maker, place));
    if (state === null || state === 'draft') await this.as(herself, () => this.handsIn(maker, place));
    await this.check.run({ sellerId: maker.sellerId, submission: 1 });
    state = await this.stateOf(maker.sellerId);
    if (state !== 'under_review') throw new Error(`maker ${maker.number} was expected under review, and is ${state}`);
    const officer = await this.desks.officerFor(maker.class, place);
    const kinds = inventedPapers(maker, place).map((paper) => paper.kind);
    await this.as(officer, () => this.approve.run(maker.sellerId, kinds));
    return true;
  }

  private async applies(maker: InventedMaker, place: MakerPlace): Promise<void> {
    const { district, slug, pincode } = place;
    const address = { line: `${maker.number} Demo Lane`, place: district, pincode };
    const languages = ['hi', 'en'];
    const { sellerId: id, class: sellerClass } = maker;
    await this.apply.run({ id, class: sellerClass, name: shopName(maker), district: slug, address, languages });
  }

  private async handsIn(maker: InventedMaker, place: MakerPlace): Promise<void> {
    for (const paper of inventedPapers(maker, place)) await this.attach.run(maker.sellerId, paper);
    await this.tie.run(maker.sellerId, [place.entryId]);
    await this.submit.run(maker.sellerId, 'demo');
  }

  private account({ id: personId, name, mobile }: InventedPerson, language: string): Promise<string> {
    return this.accounts.codesOnly({ personId, name, signIn: mobile, language });
  }

  private async stateOf(sellerId: string): Promise<SellerState | null> {
    return this.work
      .run((tx) => this.sellers.byId(tx, sellerId))
      .then(
        (seller) => seller.state,
        (error: { code?: string }) => {
          if (error.code !== 'seller_unknown') throw error;
          return null;
        },
      );
  }

  /** As a request of theirs would: rows, history and trail say who it was. */
  private as<T>(who: Pick<Actor, 'personId' | 'organisationId' | 'roles'>, act: () => Promise<T>): Promise<T> {
    const context = currentContext();
    const actor: Actor = { ...context.actor, kind: 'person', ...who };
    return runInContext({ ...context, actor, requestId: newId(), trail: { rows: 0 } }, act);
  }
}
