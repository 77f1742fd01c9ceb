import { Inject, Injectable } from '@nestjs/common';
import { platformOwner, PostTransfers, type Transfer } from '#ledger';
import { UnitOfWork, type Tx } from '#platform/database';
import { namedId } from '#platform/kernel';
import type { Paise } from '#platform/money';
import type { Look } from '../data/differences.repository.js';
import { leftOf, Payments, type Payment } from '../data/payments.repository.js';
import { Settlements, type SettledLine } from '../data/settlements.repository.js';
import { inBatches, nothingYet, type Compared } from '../domain/compared.js';
import { besidesPayments, unequal, unnamed } from '../domain/difference.js';
import type { PaymentProvider, ProviderFee, ProviderSettlement } from '../ports/payment-provider.js';
import { ProviderRefused } from '../ports/provider-errors.js';
import { PAYMENT_PROVIDER } from '../ports/tokens.js';
import { PostProviderFees } from './post-provider-fees.js';

/** A settlement is on its way for some days, with a feast among them for more: begun before that, it has long been read. */
const travels_ms = 14 * 86_400_000;
/** So many payments are found at once. */
const batch = 200;
/** So many are held together: others wait for them. */
const held = 20;

/** @param sign  -1n: back to the provider */
function transfersOf(lines: readonly SettledLine[], nameOf: (lineId: string) => string, sign = 1n): Transfer[] {
  const bank = { code: 'bank', owner: platformOwner } as const;
  const clearing = { code: 'gateway_clearing', owner: platformOwner } as const;
  return lines.flatMap(({ provider_id, net_paise, cause }) => {
    const comes_paise = net_paise * sign;
    if (comes_paise === 0n) return [];
    const [debit, credit] = comes_paise > 0n ? [bank, clearing] : [clearing, bank];
    const amount_paise = comes_paise > 0n ? comes_paise : -comes_paise;
    return [{ id: nameOf(provider_id), debit, credit, amount_paise, why: 'provider_settled', cause }];
  });
}

@Injectable()
export class TakeSettlements {
  constructor(
    private readonly work: UnitOfWork,
    private readonly settlements: Settlements,
    private readonly payments: Payments,
    private readonly postProviderFees: PostProviderFees,
    private readonly postTransfers: PostTransfers,
    @Inject(PAYMENT_PROVIDER) private readonly provider: PaymentProvider,
  ) {}

  /**
   * What the provider sent to our bank, and has arrived, is posted line by line: it is no longer owed to us. What went back is
   * taken from what came; what our bank sent back days later is owed to us again, before others of its lines are taken. Then
   * payments nothing is left of are released, and settled when all of theirs is here. What arrived and nobody says what is in it,
   * or is another sum than is booked, is a difference. No transaction is open while the provider is asked; run again, or twice at once, nothing is done twice.
   * @rule SM-6 S-8
   */
  async run(look: Pick<Look, 'since'>, isTrial = false): Promise<Compared> {
    const compared = nothingYet();
    const since = new Date(look.since.getTime() - travels_ms);
    const arrived: ProviderSettlement[] = []; // one a day, or a few
    for await (const listed of inBatches(this.provider.listSince('settlements', since))) {
      compared.looked += listed.length;
      const { name } = this.provider;
      compared.found.push(...listed.filter((one) => one.status === 'unlisted').map((one) => unnamed(name, one, null)));
      if (isTrial) continue;
      arrived.push(...listed.filter((one) => one.status === 'arrived'));
      await this.undo(listed.filter((one) => one.status === 'failed'));
    }
    const known = await this.known(arrived);
    for (const one of arrived) if (!known.has(one.providerId)) await this.takeOne(compared, one);
    await this.compare(compared, arrived);
    if (!isTrial) await this.moveOn();
    return compared;
  }

  /** What is taken over is all that came, or the desk is told. */
  private async compare(compared: Compared, arrived: readonly ProviderSettlement[]): Promise<void> {
    const names = arrived.map((one) => one.providerId);
    const { name } = this.provider;
    const [known, others] = await this.work.run(async (tx) => [
      await this.settlements.known(tx, name, names),
      await this.settlements.unequal(tx, name, names),
    ]);
    compared.found.push(
      ...others.map((one) => unequal(name, one.booked_paise, { id: one.provider_id, amount_paise: one.amount_paise })),
    );
    for (const one of others) known.delete(one.provider_id);
    compared.agreeing.push(...known);
  }

  /** One the provider does not speak of is told to the desk, and asked about again; it keeps no other from being taken. */
  private async takeOne(compared: Compared, settlement: ProviderSettlement): Promise<void> {
    try {
      await this.take(settlement);
    } catch (error) {
      if (!(error instanceof ProviderRefused)) throw error;
      compared.found.push(unnamed(this.provider.name, settlement, error.code));
    }
  }

  private async undo(failed: readonly ProviderSettlement[]): Promise<void> {
    if (failed.length === 0) return;
    await this.work.run(async (tx) => {
      for (const { provider_id, own_paise } of await this.settlements.noteFailed(tx, this.provider.name, failed)) {
        await this.bookOwn(tx, 'provider cost came back', provider_id, -own_paise);
      }
    });
    for (const { providerId } of failed) {
      let undone = held;
      while (undone === held) undone = await this.undoSome(providerId);
    }
  }

  /** @returns how many payments it was about */
  private undoSome(settlementId: string): Promise<number> {
    return this.work.run(async (tx) => {
      const ids = await this.settlements.paymentsOf(tx, this.provider.name, settlementId, held);
      const payments: Payment[] = [];
      for (const id of ids) payments.push(await this.payments.lock(tx, id)); // so that none is settled meanwhile
      const lines = await this.settlements.undo(tx, this.provider.name, settlementId, ids);
      await this.postTransfers.inside(
        tx,
        transfersOf(lines, this.nameOf('provider settlement failed', settlementId), -1n),
      );
      for (const payment of payments) if (payment.state === 'settled') await this.payments.move(tx, payment, 'bounce');
      return ids.length;
    });
  }

  private known(listed: readonly ProviderSettlement[]): Promise<Set<string>> {
    const names = listed.map((one) => one.providerId);
    return this.work.run((tx) => this.settlements.known(tx, this.provider.name, names));
  }

  private async take(settlement: ProviderSettlement): Promise<void> {
    const rest = { own_paise: 0n, elsewhere_paise: 0n };
    for await (const lines of inBatches(this.provider.settledLines(settlement.providerId))) {
      await this.work.run((tx) => this.post(tx, settlement, lines));
      const { own_paise, elsewhere_paise } = besidesPayments(lines);
      rest.own_paise += own_paise;
      rest.elsewhere_paise += elsewhere_paise;
    }
    await this.work.run(async (tx) => {
      if (!(await this.settlements.begin(tx, this.provider.name, settlement))) return;
      await this.bookOwn(tx, 'provider cost', settlement.providerId, rest.own_paise);
      await this.settlements.note(tx, this.provider.name, settlement, rest);
    });
  }

  /** What the provider takes off a settlement for itself, about no payment, is our cost. @param net_paise  what it adds to the sum */
  private async bookOwn(tx: Tx, what: string, settlementId: string, net_paise: Paise): Promise<void> {
    if (net_paise === 0n) return;
    const sides = [
      { code: 'provider_fees', owner: platformOwner } as const,
      { code: 'bank', owner: platformOwner } as const,
    ];
    const [debit, credit] = net_paise < 0n ? sides : sides.toReversed();
    const cause = { kind: 'settlement', id: namedId('settlement', this.provider.name, settlementId) } as const;
    const amount_paise = net_paise < 0n ? -net_paise : net_paise;
    const id = namedId(what, this.provider.name, settlementId);
    await this.postTransfers.inside(tx, [
      { id, debit: debit!, credit: credit!, amount_paise, why: 'provider_fee', cause },
    ]);
  }

  /**
   * A line no look has seen before has its fee posted, too. Another look may have found meanwhile that our bank sent the
   * settlement back: its lines come with the next.
   */
  private async post(tx: Tx, settlement: ProviderSettlement, lines: readonly ProviderFee[]): Promise<void> {
    if (!(await this.settlements.begin(tx, this.provider.name, settlement))) return;
    await this.postProviderFees.inside(tx, lines);
    const ids = lines.map((line) => line.providerId);
    const came = await this.settlements.settle(tx, this.provider.name, settlement.providerId, ids);
    await this.postTransfers.inside(tx, transfersOf(came, this.nameOf('provider settled', settlement.providerId)));
  }

  /** A line may come twice, with two settlements, when the first failed. */
  private nameOf(what: string, settlementId: string): (lineId: string) => string {
    return (lineId) => namedId(what, this.provider.name, settlementId, lineId);
  }

  private async moveOn(): Promise<void> {
    await this.each(
      (tx) => this.settlements.toBounce(tx, batch),
      (tx, id) => this.bounceOne(tx, id),
    );
    await this.each(
      (tx) => this.settlements.toMoveOn(tx, batch),
      (tx, id) => this.moveOne(tx, id),
    );
  }

  /** One transaction for each payment, until none is found. */
  private async each(find: (tx: Tx) => Promise<string[]>, move: (tx: Tx, id: string) => Promise<void>): Promise<void> {
    for (;;) {
      const ids = await this.work.run(find);
      for (const id of ids) await this.work.run((tx) => move(tx, id));
      if (ids.length < batch) return;
    }
  }

  /** More of it is to come, or to be taken from what comes, than was known when it was settled. */
  private async bounceOne(tx: Tx, id: string): Promise<void> {
    const payment = await this.payments.lock(tx, id);
    if (payment.state !== 'settled' || (await this.settlements.hasCome(tx, id))) return;
    await this.payments.move(tx, payment, 'bounce');
  }

  /** Everything of it has gone on: to makers, back to the shopper, or back to her bank. */
  private async moveOne(tx: Tx, id: string): Promise<void> {
    let payment = await this.payments.lock(tx, id);
    if (leftOf(payment) !== 0n) return;
    if (payment.state === 'captured') payment = await this.payments.move(tx, payment, 'release');
    if (payment.state !== 'releasable' || !(await this.settlements.hasCome(tx, id))) return;
    await this.payments.move(tx, payment, 'settle');
  }
}
