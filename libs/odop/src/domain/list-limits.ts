/** No published list is larger. @rule S-60 */
export const listLimits = { rows_max: 200_000, columns_max: 60, cell_chars_max: 2_000 } as const;
