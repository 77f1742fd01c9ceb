/** Whether the clock has ended the present state, even if nobody has come round yet to write it down. */
export const hasLapsed = (row: { due_at: Date | null }, now: Date): boolean => row.due_at !== null && row.due_at <= now;
