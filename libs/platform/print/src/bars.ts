/** Widths of bars and spaces of each symbol of Code 128, in modules, and of its stop. @see ISO/IEC 15417:2007, table 1 */
const symbols = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 ' +
  '123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 ' +
  '232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 ' +
  '313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 ' +
  '111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 ' +
  '111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 ' +
  '114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112'
).split(' ');
const [start_b, start_c, stop] = [104, 105, 106];

/** Longer ones have bars too fine for a hand-held reader on a label. */
const signs_max = 32;

/**
 * The symbols of a number: pairs of digits where it is nothing else, signs of ASCII otherwise, with their check.
 * @returns null when it has other signs, or too many
 */
export function barsOf(number: string): readonly number[] | null {
  if (!/^[ -~]+$/.test(number) || number.length > signs_max) return null;
  const isPairs = /^(\d\d)+$/.test(number);
  const values = isPairs
    ? number.match(/\d\d/g)!.map(Number)
    : [...number].map((sign) => sign.charCodeAt(0) - ' '.charCodeAt(0));
  const start = isPairs ? start_c : start_b;
  const check = values.reduce((sum, value, i) => sum + value * (i + 1), start) % 103;
  return [start, ...values, check, stop].flatMap((value) => [...symbols[value]!].map(Number));
}

/** Draws them as Code 128, with ten modules of paper left white at either end. */
export function drawBars(
  pdf: PDFKit.PDFDocument,
  bars: readonly number[],
  at: { x: number; y: number; width: number; height: number },
): void {
  const module = at.width / (bars.reduce((sum, width) => sum + width, 0) + 20);
  let x = at.x + 10 * module;
  bars.forEach((width, i) => {
    if (i % 2 === 0) pdf.rect(x, at.y, width * module, at.height);
    x += width * module;
  });
  pdf.fill('#000000');
}
