import { buffer, text } from 'node:stream/consumers';
import { BalanceQuery, statementKey } from '#ledger';
import { newId, type Actor } from '#platform/kernel';
import { UnitOfWork } from '#platform/database';
import { frozenClock, personActor, textOfPdf } from '#platform/testing';
import { PayeesQuery, type PayeeFacts } from '#sellers';
import { ExportStatement, RunPayouts, SettleEarning, StatementsQuery, type EarnedSale } from '../src/index.js';
import { inRupees, saysLine } from '../src/domain/statement-words.js';
import { Money } from './builders/money.js';

const firm: PayeeFacts = { class: 'micro_small', gstStatus: 'registered', stateCode: 'IN-BR', payee: 'other' };

describe('R-8.7 statements of a maker’s account', () => {
  const money = new Money();
  const maker: Actor = personActor({ organisationId: newId(), label: 'maker' });
  const sellerId = maker.organisationId!;
  const causes: string[] = [];

  async function sold(paid_paise: bigint, more: Partial<EarnedSale> = {}): Promise<void> {
    const paid = await money.captured(paid_paise);
    const cause = { kind: 'order', id: newId() } as const;
    causes.push(`order:${cause.id}`);
    const lines = [{ taxable_paise: paid_paise, rate_bp: 500 }];
    const sale = { cause, paidFor: paid.cause, sellerId, toState: 'IN-BR', paid_paise, lines };
    await money.tx((tx) =>
      money.app.get(SettleEarning).inside(tx, { ...sale, coupon_paise: 0n, freight_paise: 0n, ...more }),
    );
  }

  beforeAll(async () => {
    await money.open();
    money.app.get(PayeesQuery).of = async () => firm;
    await frozenClock.at(new Date('2027-02-27T10:00:00Z'));
    await sold(100_000n);
    await frozenClock.at(new Date('2027-03-01T10:00:00Z'));
    await money.work();
    await frozenClock.later(60);
    const lines = [
      { taxable_paise: 104_999n, rate_bp: 500 },
      { taxable_paise: 10_000n, rate_bp: 0 },
    ];
    await sold(110_250n, { coupon_paise: 9_999n, freight_paise: 5_050n, lines });
  });
  afterAll(async () => {
    await frozenClock.thaw();
    await money.close();
  });

  const asMaker = <T>(work: Parameters<UnitOfWork['run']>[0]) =>
    money.app.as(maker, () => money.app.get(UnitOfWork).run(work) as Promise<T>);
  const csv = async (month: string): Promise<string> => {
    const file = await money.app.as(maker, () => money.app.get(ExportStatement).csv(month, false));
    const utr = /reference (\w+)/;
    const read = await money.app.as(maker, () => text(file));
    return causes
      .reduce((all, cause, i) => all.replaceAll(cause, `order ${i + 1}`), read)
      .replaceAll(new RegExp(utr.exec(read)?.[1] ?? 'none', 'g'), 'UTR')
      .replaceAll(/payout_run:[0-9a-f-]{36}/g, 'run')
      .replaceAll('\r\n', '\n');
  };

  test('to the paisa, every deduction in words, each line with the balance after it', async () => {
    expect(await csv('2027-02')).toMatchInlineSnapshot(`
     "No.,Day,For,What,क्या,In (₹),Out (₹),Balance (₹)
     ,2027-02-01,,Balance before,पिछला शेष,,,0
     1,2027-02-27,order 1,Sold: what the shopper paid and was not given back; the time for returns is over.,बिक्री: ग्राहक ने जो दिया और वापस नहीं लिया; वापसी का समय समाप्त हो गया है।,1000,,1000
     2,2027-02-27,order 1,"GST collected at source (0.5 %) of your taxable goods (₹1,000.00); you find it in your GST credit ledger.","स्रोत पर संग्रहित जीएसटी: कर-योग्य माल (₹1,000.00) का (0.5 %) अंश; यह आपके जीएसटी खाते में दिखेगा।",,5,995
     3,2027-02-27,order 1,"Income tax withheld of your sales, value without GST (₹1,000.00); it counts towards your tax of the year.","बिक्री पर काटा गया आयकर, जीएसटी बिना मूल्य (₹1,000.00); यह आपके वर्ष के कर में गिना जाएगा।",,1,994
     "
    `);
    expect(await csv('2027-03')).toMatchInlineSnapshot(`
     "No.,Day,For,What,क्या,In (₹),Out (₹),Balance (₹)
     ,2027-03-01,,Balance before,पिछला शेष,,,994
     1,2027-03-01,run,"Paid into your bank account, reference UTR.","आपके बैंक खाते में भेजा गया, संदर्भ UTR।",,994,0
     2,2027-03-01,order 2,Sold: what the shopper paid and was not given back; the time for returns is over.,बिक्री: ग्राहक ने जो दिया और वापस नहीं लिया; वापसी का समय समाप्त हो गया है।,1102.5,,1102.5
     3,2027-03-01,order 2,A discount the platform gave the shopper: the platform pays it to you.,मंच ने ग्राहक को जो छूट दी: वह राशि मंच आपको देता है।,99.99,,1202.49
     4,2027-03-01,order 2,"GST collected at source (0.5 %) of your taxable goods (₹1,049.99); you find it in your GST credit ledger.","स्रोत पर संग्रहित जीएसटी: कर-योग्य माल (₹1,049.99) का (0.5 %) अंश; यह आपके जीएसटी खाते में दिखेगा।",,5.24,1197.25
     5,2027-03-01,order 2,"Income tax withheld of your sales, value without GST (₹1,149.99); it counts towards your tax of the year.","बिक्री पर काटा गया आयकर, जीएसटी बिना मूल्य (₹1,149.99); यह आपके वर्ष के कर में गिना जाएगा।",,1.15,1196.1
     6,2027-03-01,order 2,What the shopper paid for sending it goes to the courier.,"ग्राहक ने भेजने के लिए जो दिया, वह कूरियर को जाता है।",,50.5,1145.6
     "
    `);
    expect(await csv('2027-04')).toMatchInlineSnapshot(`
     "No.,Day,For,What,क्या,In (₹),Out (₹),Balance (₹)
     ,2027-04-01,,Balance before,पिछला शेष,,,1145.6
     "
    `);
  });

  test('on paper it says the same in both languages, to the paisa', async () => {
    const { SellersQuery } = await import('#sellers');
    const name = 'मधु Madhubani Handlooms';
    jest.spyOn(money.app.get(SellersQuery), 'byId').mockResolvedValue({ name } as never);
    const printed = await money.app.as(maker, async () => buffer(await money.app.get(ExportStatement).pdf('2027-02')));
    expect(textOfPdf(printed).map((line) => line.replace(causes[0]!.replace(':', ' '), 'order 1')))
      .toMatchInlineSnapshot(`
     [
       "Statement of account खाता िववरण • 1",
       "Statement of account खाता िववरण",
       "मधु Madhubani Handlooms",
       "2027-02-01 – 2027-02-28",
       "Balance before िपछला शेष ₹ 0.00 • after बाद का शेष ₹ 994.00",
       "No. Day िदन What क्या In ₹ जमा Out ₹ खचर् Balance ₹ शेष",
       "क्र .",
       "1 2027-02-27 Sold: what the shopper paid and was not given back; the 1,000.00 1,000.00",
       "time for returns is over.",
       "िबक्री : ग्राहक ने जो िदया और वापस नहीं िलया ; वापसी का समय समाप्त हो",
       "गया है।",
       "order 1",
       "2 2027-02-27 GST collected at source (0.5 %) of your taxable goods 5.00 995.00",
       "( ₹ 1,000.00); you find it in your GST credit ledger.",
       "स्रोत पर संग्रिहत जीएसटी : कर - योग्य माल ( ₹ 1,000.00) का (0.5 %) अंश ;",
       "यह आपके जीएसटी खाते में िदखेगा।",
       "order 1",
       "3 2027-02-27 Income tax withheld of your sales, value without GST 1.00 994.00",
       "( ₹ 1,000.00); it counts towards your tax of the year.",
       "िबक्री पर काटा गया आयकर , जीएसटी िबना मूल्य ( ₹ 1,000.00); यह",
       "आपके वषर् के कर में िगना जाएगा।",
       "order 1",
       "Balance after 994.00",
       "बाद का शेष",
     ]
    `);
  });

  test('sums and lines tell the same story, and end where the books stand', async () => {
    const query = money.app.get(StatementsQuery);
    const month = await asMaker<Awaited<ReturnType<StatementsQuery['month']>>>((tx) => query.month(tx, '2027-03'));
    const request = { limit: 2, key: null, towards: 'next', wantsCount: false, list: '' } as const;
    const first = await asMaker<Awaited<ReturnType<StatementsQuery['lines']>>>((tx) => query.lines(tx, month, request));
    const key = statementKey.parse([first[1]!.n]);
    const rest = await asMaker<typeof first>((tx) => query.lines(tx, month, { ...request, limit: 20, key }));
    const lines = [...first.slice(0, 2), ...rest];
    expect(lines.map((line) => line.n)).toEqual(lines.map((_, i) => i + 1));
    expect(lines.reduce((all, line) => all + line.amount_paise, month.opening_paise)).toBe(month.closing_paise);
    expect(lines.at(-1)!.balance_paise).toBe(month.closing_paise);
    expect(month.closing_paise).toBe(await money.balance('seller_payable', sellerId));
    for (const sum of month.sums) {
      const same = lines.filter((line) => line.why === sum.why);
      expect(same).toHaveLength(sum.count);
      expect(same.reduce((all, line) => all + line.amount_paise, 0n)).toBe(sum.amount_paise);
    }
  });

  test('what is on its way is told apart from what waits', async () => {
    const owed_paise = await money.balance('seller_payable', sellerId);
    const balance = () => asMaker((tx) => money.app.get(StatementsQuery).balance(tx));
    expect(await balance()).toEqual({ owed_paise, on_way_paise: 0n, waiting_paise: owed_paise });
    await frozenClock.later(7 * 86_400);
    await money.app.asSystem(() => money.app.get(RunPayouts).run(sellerId));
    expect(await balance()).toEqual({ owed_paise, on_way_paise: owed_paise, waiting_paise: 0n });
  });

  test('S-42 another shop sees its own account only', async () => {
    const other = personActor({ organisationId: newId() });
    const month = await money.app.as(other, () =>
      money.app.get(UnitOfWork).run((tx) => money.app.get(StatementsQuery).month(tx, '2027-03')),
    );
    expect(month).toMatchObject({ opening_paise: 0n, sums: [], closing_paise: 0n });
  });

  test('S-1 with all its accounts the books sum to nothing', async () => {
    const trial = await money.tx((tx) => money.app.get(BalanceQuery).trial(tx));
    expect(trial.reduce((all, line) => all + line.balance_paise, 0n)).toBe(0n);
    expect(trial.map((line) => line.code)).toEqual(
      expect.arrayContaining(['coupon_cost', 'freight_cost', 'income_tax_withheld', 'tcs_collected']),
    );
  });

  test('words say the rates they know and claim none they do not', () => {
    const facts = { basis: null, utr: null };
    expect(saysLine('fee_gst', facts).en).toBe('GST on the platform’s charge.');
    expect(saysLine('fee_gst', { ...facts, basis: { fee_gst_bp: 1_800 } }).en).toContain('(18 %)');
    expect(saysLine('fee', { ...facts, basis: { milestone_paise: 1 } }).en).toContain('of the year');
    expect(saysLine('fee', facts).en).toContain('large order');
    expect(saysLine('income_tax', { ...facts, basis: { payee: 'no_pan' } }).en).toContain('without a PAN');
    expect(saysLine('rounding', facts).en).toBe('A correction of the books.');
    for (const why of ['claw_back', 'payout_returned', 'carriage', 'deduction', 'coupon'] as const) {
      expect(saysLine(why, facts).hi).toMatch(/[\u0900-\u097f]/);
    }
    expect(inRupees(-12_345_678n)).toBe('−₹1,23,456.78');
  });
});
