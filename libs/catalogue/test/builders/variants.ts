const inr = (paise: number) => ({ paise, currency: 'INR' as const });

/** A variant as a maker writes it; a red one at 100 rupees when nothing else is said. */
export const variant = (change: object = {}) => ({
  ...{ label: 'red', price: inr(10_000), mrp: inr(12_000), stock: 3, leadDays: 5 },
  ...change,
});

/** The options of a variant that differs in its colour. */
export const colour = (value: string) => ({ options: [{ name: 'colour', value }] });
