/**
 * The worker's heap is bounded. With the room of a large machine the engine lets garbage grow to four times what is in use before
 * it clears it away: a long sheet of goods would cost three times the memory for nothing. The Dockerfile says the same.
 */
export const workerFlags = ['--max-old-space-size=1024'];
