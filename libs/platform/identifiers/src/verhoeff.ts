/** Multiplication in the dihedral group of the pentagon. */
const times = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  [1, 2, 3, 4, 0, 6, 7, 8, 9, 5],
  [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
  [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
  [4, 0, 1, 2, 3, 9, 5, 6, 7, 8],
  [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
  [6, 5, 9, 8, 7, 1, 0, 4, 3, 2],
  [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
  [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
  [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
] as const;

/** The permutation of a digit by its place; the eight rows repeat. */
const turned = [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as number[]];
for (let i = 1; i < 8; i++) turned.push([1, 5, 7, 6, 2, 8, 3, 0, 9, 4].map((to) => turned[i - 1]![to]!));

/** 0 when the last digit is the right check digit. */
function sumOf(digits: string, from: number): number {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    sum = times[sum]![turned[(i + from) % 8]![digit]!]!;
  }
  return sum;
}

/** Whether a string of digits ends with its Verhoeff check digit. */
export const verhoeffHolds = (digits: string): boolean => sumOf(digits, 0) === 0;

/** The check digit to append: it finds every mistyped digit and every swap of neighbours. */
export const verhoeffDigit = (digits: string): string => String(times[sumOf(digits, 1)]!.indexOf(0));
