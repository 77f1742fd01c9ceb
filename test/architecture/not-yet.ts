/** Rules that are written down and kept, and have no test yet. Nothing is added here; what gets its test goes. */
export const rulesWithoutTest: readonly string[] = ['STD-8.1'];

/** Refusals no test has met yet: module and code. The same holds for them. */
export const refusalsWithoutTest: readonly string[] = [];
