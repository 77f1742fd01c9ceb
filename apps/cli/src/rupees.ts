/** `₹ 1,450.00`, grouped as in India. */
export function inRupees(paise: bigint): string {
  const whole = paise < 0n ? -paise : paise;
  const rupees = new Intl.NumberFormat('en-IN').format(whole / 100n);
  return `${paise < 0n ? '-' : ''}₹ ${rupees}.${String(whole % 100n).padStart(2, '0')}`;
}
