import { seededCategories } from '../../seed/categories.js';
import type { GoldenParameter } from '../../src/domain/category.js';

/**
 * A category that takes goods of a tariff code and tax line, with an answer to each question it insists on.
 * @param slug  the one that is meant; what tests list when they say nothing else is a stole
 */
export function onShelf(hsn: string, gstRateKey: string, slug = 'stoles-and-scarves') {
  const fits = seededCategories.filter(
    (one) => one.gstRateKeys.includes(gstRateKey) && one.hsn.some((prefix) => hsn.startsWith(prefix)),
  );
  const category = fits.find((one) => one.slug === slug) ?? fits[0];
  if (!category) return {};
  const parameters = category.parameters
    .filter((asked) => asked.required)
    .map((asked) => ({ key: asked.key, value: answerTo(asked) }));
  return { category: category.slug, parameters };
}

function answerTo({ kind, choices, least }: GoldenParameter): string | number | boolean {
  switch (kind) {
    case 'choice':
      return choices[0]!;
    case 'number':
      return least ?? 1;
    case 'yes_no':
      return true;
    case 'text':
      return 'as usual';
  }
}
