/** The whole paise of an amount that belong to the first pieces of so many. */
const upTo = (paise: number, pieces: number, of: number): number => Math.floor((paise * pieces) / of);

/** Where the money of one order, paid alone, is: with the shopper, with us or with its maker; paise. */
export class SaleMoney {
  /** What belongs to pieces that are gone. */
  private gone_paise = 0;
  /** The part of the platform's reduction that is gone with them. */
  private goneCoupon_paise = 0;
  /** To go back, and nobody has heard of it. */
  private told_paise = 0;
  /** Promised to the shopper, not sent while her bank asks. */
  private promised_paise = 0;
  /** Of what is still here or to go back: she has it from her bank already. */
  private covered_paise = 0;
  private lost_paise = 0;

  /** Sent back to the shopper. */
  refunded_paise = 0;
  /** What the maker has of what the shopper paid, and of the platform's reduction. */
  credited_paise = 0;
  coupon_paise = 0;

  /** What her bank did about it, and when: so that a test can tell that it lived through it. */
  readonly lived = new Set<'lost before the refund' | 'lost before the pay-out' | 'lost after the pay-out' | 'borne'>();
  isCredited = false;
  /** Nothing of what was paid is here any more, nor waits to be sent: her bank took all that was not sent back. */
  isChargedBack = false;
  /** What her bank asks about; null when it does not. */
  disputed_paise: number | null = null;
  /** Told that her bank has decided, and nobody has heard it. */
  isDecided = false;

  constructor(
    readonly total_paise: number,
    readonly platformOff_paise: number,
  ) {}

  private get kept_paise(): number {
    return this.total_paise - this.gone_paise;
  }

  /** So many pieces of so many are gone by now. */
  goes(gone: number, of: number): void {
    const gone_paise = upTo(this.total_paise, gone, of);
    this.told_paise += gone_paise - this.gone_paise;
    this.gone_paise = gone_paise;
    this.goneCoupon_paise = upTo(this.platformOff_paise, gone, of);
  }

  /** What was told is promised, less what her bank paid already; and sent, unless her bank asks. */
  hear(): void {
    if (!this.isChargedBack) {
      const has = Math.min(this.covered_paise, this.told_paise);
      this.covered_paise -= has;
      this.promised_paise += this.told_paise - has;
    }
    this.told_paise = 0;
    if (this.disputed_paise !== null) return;
    this.refunded_paise += this.promised_paise;
    this.promised_paise = 0;
  }

  /** The maker is paid for what was kept, unless the money is in doubt. @returns what she is credited with */
  credit(): number {
    const coupon_paise = this.platformOff_paise - this.goneCoupon_paise;
    if (this.isCredited || this.disputed_paise !== null || this.isChargedBack) return 0;
    if (this.kept_paise === 0) return 0;
    this.isCredited = true;
    this.credited_paise = this.kept_paise - this.covered_paise;
    this.covered_paise = 0;
    this.coupon_paise = coupon_paise;
    return this.credited_paise + this.coupon_paise;
  }

  /** Whether there is anything her bank could ask about: it cannot take twice, nor what was sent back. */
  get isDisputable(): boolean {
    return this.disputed_paise === null && this.lost_paise === 0 && this.refunded_paise < this.total_paise;
  }

  /** Her bank asks about a part, at most about what was not sent back. */
  dispute(asked_paise: number): void {
    this.disputed_paise = Math.min(asked_paise, this.total_paise - this.refunded_paise);
  }

  won(): void {
    this.disputed_paise = null;
    this.isDecided = true;
  }

  /**
   * Her bank took it: refunds that waited are paid by it, the maker gives back what she was credited with, and of money that
   * is here it is remembered. What is more than that had been sent back before.
   */
  lost(): void {
    let open = this.disputed_paise!;
    const takes = (most: number): number => {
      const part = Math.min(open, most);
      open -= part;
      return part;
    };
    if (this.promised_paise + this.told_paise > 0) this.lived.add('lost before the refund');
    this.lived.add(this.isCredited ? 'lost after the pay-out' : 'lost before the pay-out');
    this.promised_paise -= takes(this.promised_paise);
    if (this.isCredited) this.credited_paise -= takes(this.credited_paise);
    else this.covered_paise += takes(this.kept_paise + this.told_paise - this.covered_paise);
    if (open > 0) this.lived.add('borne');
    this.lost_paise += this.disputed_paise!;
    const sent_paise = this.promised_paise > 0 ? 0 : this.refunded_paise;
    this.isChargedBack = this.lost_paise + sent_paise >= this.total_paise;
    this.disputed_paise = null;
    this.isDecided = true;
  }
}
