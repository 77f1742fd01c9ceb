/**
 * A launcher may start its programs while the database is still being prepared, so that they load meanwhile: the program
 * says `loaded` and begins when its launcher answers. Started by anybody else it begins at once.
 */
export async function launcherLetsBegin(): Promise<void> {
  if (process.env['BEGIN_WHEN_TOLD'] === undefined || process.send === undefined) return;
  const told = new Promise<void>((resolve) => process.once('message', () => resolve()));
  const leave = (): never => process.exit(0); // the launcher is gone before anything has begun
  if (!process.connected) leave();
  process.once('disconnect', leave);
  process.send('loaded');
  await told;
  process.off('disconnect', leave);
}
