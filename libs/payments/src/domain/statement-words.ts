import type { TransferWhy } from '#ledger';
import { inDigits, type Paise } from '#platform/money';

/** A sentence for the maker, in both languages of the platform's own words. */
export interface Said {
  en: string;
  hi: string;
}

/** The rates an earning was worked out with, as they were frozen beside it; absent on earnings older than they are. */
export interface EarningBasis {
  taxable_paise?: number | undefined;
  collected_on_paise?: number | undefined;
  tcs_bp?: number | undefined;
  fee_gst_bp?: number | undefined;
  milestone_paise?: number | undefined;
  payee?: 'individual' | 'other' | 'no_pan' | undefined;
}

/** What is known of a line beside its amount. */
export interface LineFacts {
  basis: EarningBasis | null;
  /** The bank's reference of a payout that is there. */
  utr: string | null;
  /** What was kept of the sale comes back to her with this line. */
  isBack?: boolean;
}

type Sayer = (facts: LineFacts) => Said;

const keptComesBack: Said = {
  en: 'Goods came back after the sale had been credited: what was kept of them for the government is yours again.',
  hi: 'जमा होने के बाद माल लौट आया: सरकार के लिए उसमें से जो रखा गया था, वह फिर आपका है।',
};

/** What each line of a maker's statement is, and how it was worked out. @rule R-8.7 */
const sayings: Partial<Record<TransferWhy, Sayer>> = {
  release_to_seller: () => ({
    en: 'Sold: what the shopper paid and was not given back; the time for returns is over.',
    hi: 'बिक्री: ग्राहक ने जो दिया और वापस नहीं लिया; वापसी का समय समाप्त हो गया है।',
  }),
  coupon: () => ({
    en: 'A discount the platform gave the shopper: the platform pays it to you.',
    hi: 'मंच ने ग्राहक को जो छूट दी: वह राशि मंच आपको देता है।',
  }),
  fee: ({ basis }) =>
    (basis?.milestone_paise ?? 0) > 0
      ? {
          en: 'The platform’s charge of the year: with this sale your sales of the financial year reached its mark.',
          hi: 'मंच का वार्षिक शुल्क: इस बिक्री से आपकी वर्ष की बिक्री सीमा तक पहुँची।',
        }
      : {
          en: 'The platform’s charge for a large order, a share of its whole value.',
          hi: 'बड़े ऑर्डर पर मंच का शुल्क, उसके पूरे मूल्य का एक अंश।',
        },
  fee_gst: ({ basis }) => {
    const rate = percent(basis?.fee_gst_bp);
    return { en: `GST ${rate}on the platform’s charge.`, hi: `मंच के शुल्क पर ${rate}जीएसटी।` };
  },
  tcs: ({ basis, isBack }) => {
    if (isBack) return keptComesBack;
    const [rate, on] = [percent(basis?.tcs_bp), rupeeText(basis?.collected_on_paise)];
    return {
      en: `GST collected at source ${rate}of your taxable goods${on}; you find it in your GST credit ledger.`,
      hi: `स्रोत पर संग्रहित जीएसटी: कर-योग्य माल${on} का ${rate}अंश; यह आपके जीएसटी खाते में दिखेगा।`,
    };
  },
  income_tax: ({ basis, isBack }) => {
    if (isBack) return keptComesBack;
    const on = rupeeText(basis?.taxable_paise);
    return basis?.payee === 'no_pan'
      ? {
          en: `Income tax withheld at the higher rate of makers without a PAN, value without GST${on}.`,
          hi: `पैन न होने से ऊँची दर पर काटा गया आयकर, जीएसटी बिना मूल्य${on}।`,
        }
      : {
          en: `Income tax withheld of your sales, value without GST${on}; it counts towards your tax of the year.`,
          hi: `बिक्री पर काटा गया आयकर, जीएसटी बिना मूल्य${on}; यह आपके वर्ष के कर में गिना जाएगा।`,
        };
  },
  carriage: () => ({
    en: 'What the shopper paid for sending it goes to the courier.',
    hi: 'ग्राहक ने भेजने के लिए जो दिया, वह कूरियर को जाता है।',
  }),
  claw_back: () => ({
    en: 'Taken back: the sale was undone after it had been credited. Later sales make up for it.',
    hi: 'वापस लिया गया: जमा होने के बाद बिक्री रद्द हुई। आगे की बिक्री से पूरा होगा।',
  }),
  payout: ({ utr }) => ({
    en: `Paid into your bank account${utr === null ? '' : `, reference ${utr}`}.`,
    hi: `आपके बैंक खाते में भेजा गया${utr === null ? '' : `, संदर्भ ${utr}`}।`,
  }),
  payout_returned: () => ({
    en: 'Your bank sent a payout back: the money is here again.',
    hi: 'आपके बैंक ने भुगतान लौटा दिया: पैसा फिर हमारे पास है।',
  }),
  deduction: () => ({ en: 'Kept by agreement with you.', hi: 'आपसे सहमति के अनुसार काटा गया।' }),
};

const plainly: Said = { en: 'A correction of the books.', hi: 'हिसाब में सुधार।' };

/** A line in words. @param why  why the money moved @rule R-8.7 */
export const saysLine = (why: TransferWhy, facts: LineFacts): Said => sayings[why]?.(facts) ?? plainly;

/** `(0.5 %) ` of 50 basis points; nothing where the rate is not known. */
const percent = (rate_bp: number | undefined): string => (rate_bp === undefined ? '' : `(${rate_bp / 100} %) `);

/** ` (₹1,000.00)`; nothing where the amount is not known. */
const rupeeText = (paise: number | undefined): string => (paise === undefined ? '' : ` (${inRupees(BigInt(paise))})`);

/** `₹1,04,395.00`, grouped as in India. */
export const inRupees = (paise: Paise): string => (paise < 0n ? `−₹${inDigits(-paise)}` : `₹${inDigits(paise)}`);
