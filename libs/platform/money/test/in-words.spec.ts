import { inDigits, inWords } from '../src/index.js';

describe('R-6.20 amounts in words', () => {
  test.each([
    [0n, 'zero rupees only', 'शून्य रुपये मात्र'],
    [1n, 'one paisa only', 'एक पैसा मात्र'],
    [50n, 'fifty paise only', 'पचास पैसे मात्र'],
    [100n, 'one rupee only', 'एक रुपया मात्र'],
    [2_101n, 'twenty-one rupees and one paisa only', 'इक्कीस रुपये और एक पैसा मात्र'],
    [105_000n, 'one thousand fifty rupees only', 'एक हज़ार पचास रुपये मात्र'],
    [249_900n, 'two thousand four hundred ninety-nine rupees only', 'दो हज़ार चार सौ निन्यानवे रुपये मात्र'],
    [10_000_000n, 'one lakh rupees only', 'एक लाख रुपये मात्र'],
    [
      1_234_567_899n,
      'one crore twenty-three lakh forty-five thousand six hundred seventy-eight rupees and ninety-nine paise only',
      'एक करोड़ तेईस लाख पैंतालीस हज़ार छह सौ अठहत्तर रुपये और निन्यानवे पैसे मात्र',
    ],
    [1_000_000_000n, 'one crore rupees only', 'एक करोड़ रुपये मात्र'],
    [100_000_000_000_000n, 'one lakh crore rupees only', 'एक लाख करोड़ रुपये मात्र'],
    [-105_000n, 'minus one thousand fifty rupees only', 'ऋण एक हज़ार पचास रुपये मात्र'],
  ])('R-6.20 %s paise', (paise, en, hi) => {
    expect(inWords(paise, 'en')).toBe(en);
    expect(inWords(paise, 'hi')).toBe(hi.normalize('NFC'));
  });

  test('R-6.20 every number below a hundred has one word in Hindi, no two the same', () => {
    const words = Array.from({ length: 100 }, (_, n) => inWords(BigInt(n) * 100n, 'hi').split(' ')[0]!);
    expect(new Set(words).size).toBe(100);
    for (const word of words) expect(word).toMatch(/^\p{Script=Devanagari}+$/u);
  });

  test('R-0.2 digits are grouped as in India', () => {
    expect([0n, 5n, 10_439_500n, -99_999_999_999n].map(inDigits)).toEqual([
      '0.00',
      '0.05',
      '1,04,395.00',
      '\u221299,99,99,999.99',
    ]);
  });

  test('R-0.2 more than the bound is a fault', () => {
    expect(() => inWords(10n ** 15n + 1n, 'en')).toThrow();
  });
});
