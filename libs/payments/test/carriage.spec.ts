import { BalanceQuery, platformOwner } from '#ledger';
import { newId } from '#platform/kernel';
import { personActor } from '#platform/testing';
import { PayeesQuery } from '#sellers';
import { OweCarriage, PayCourierBill, SettleEarning, type CarriageDue } from '../src/index.js';
import { Money } from './builders/money.js';

describe('R-8.9 what carriage costs', () => {
  const money = new Money();
  beforeAll(() => money.open());
  afterAll(() => money.close());

  const officer = personActor({ secondFactorAt: new Date() });
  const stands = async (code: 'freight_cost' | 'courier_payable' | 'bank') =>
    money.tx((tx) => money.app.get(BalanceQuery).of(tx, { code, owner: platformOwner }));
  const owes = (due: Partial<CarriageDue> & Pick<CarriageDue, 'shipmentId'>) =>
    money.app.asSystem(() =>
      money.app
        .get(OweCarriage)
        .run({ cause: { kind: 'order', id: newId() }, way: 'out', carriage_paise: 5_800, ...due }),
    );
  const pays = (number: string, amount_paise: bigint, by = officer) =>
    money.app.as(by, () => money.app.get(PayCourierBill).run(number, amount_paise, 'Checked parcel by parcel.'));

  test('R-8.9 free carriage is the platform’s cost: owed when the parcel leaves and once more when it is back; for fetching a return as well; told twice owed once', async () => {
    const [cost, owed] = [await stands('freight_cost'), await stands('courier_payable')];
    const parcel = { shipmentId: newId(), cause: { kind: 'order', id: newId() } as const };
    for (const way of ['out', 'out', 'back', 'back'] as const) await owes({ ...parcel, way });
    const pickup = { shipmentId: newId(), cause: parcel.cause };
    for (let told = 0; told < 2; told++) await owes({ ...pickup, way: 'return' });
    await owes({ shipmentId: newId(), carriage_paise: 0 });
    expect((await stands('freight_cost')) - cost).toBe(17_400n);
    expect((await stands('courier_payable')) - owed).toBe(17_400n);
  });

  test('R-8.9 what the shopper paid for it lowers that cost when the sale is credited', async () => {
    const [cost, owed] = [await stands('freight_cost'), await stands('courier_payable')];
    await owes({ shipmentId: newId() });
    const firm = { class: 'micro_small', gstStatus: 'registered', stateCode: 'IN-BR', payee: 'other' } as const;
    jest.spyOn(money.app.get(PayeesQuery), 'of').mockResolvedValue(firm);
    const paid = await money.captured(105_000n);
    const sale = {
      cause: { kind: 'order', id: newId() } as const,
      paidFor: paid.cause,
      sellerId: newId(),
      toState: 'IN-BR',
    };
    const lines = [{ taxable_paise: 100_000n, rate_bp: 500 }];
    await money.tx((tx) =>
      money.app
        .get(SettleEarning)
        .inside(tx, { ...sale, lines, paid_paise: 105_000n, coupon_paise: 0n, freight_paise: 5_000n }),
    );
    expect((await stands('freight_cost')) - cost).toBe(800n);
    expect((await stands('courier_payable')) - owed).toBe(5_800n);
  });

  test('S-1 a courier’s bill is paid once, by an officer who proved who she is, and never above what parcels are owed for', async () => {
    await owes({ shipmentId: newId() });
    const [owed, bank] = [await stands('courier_payable'), await stands('bank')];
    const number = `SIM/${newId().slice(-8)}`;
    await expect(pays(number, 100n, personActor())).rejects.toMatchObject({ code: 'second_factor_needed' });
    await expect(pays(number, owed + 1n)).rejects.toMatchObject({ code: 'courier_bill_too_high' });
    expect(await pays(number, owed - 100n)).toMatchObject({ owed_paise: 100n });
    await expect(pays(number, 100n)).rejects.toMatchObject({ code: 'courier_bill_paid' });
    expect(await stands('courier_payable')).toBe(100n);
    expect((await stands('bank')) - bank).toBe(100n - owed);
  });

  test('S-1 two bills at once are not paid out of the same balance', async () => {
    await owes({ shipmentId: newId() });
    const owed = await stands('courier_payable');
    const tries = await Promise.allSettled([1, 2, 3].map((n) => pays(`SIM/${newId().slice(-8)}-${n}`, owed)));
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(await stands('courier_payable')).toBe(0n);
  });
});
