/** The throw-away server and its folder go. */
export default async function globalTeardown() {
  await globalThis.__postgres.stop();
}
