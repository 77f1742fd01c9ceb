/**
 * The built code, by a computed name: its types are checked where it is written.
 *
 * @param {string} path below dist/
 */
export const built = async (path) => {
  await import('reflect-metadata');
  return import(new URL(`../../dist/${path}`, import.meta.url).href);
};
