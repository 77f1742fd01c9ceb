/** A fault the operator can mend: one plain sentence that names it and says what to do. Never printed with a stack. */
export class PlainFault extends Error {
  /**
   * @param {string} sentence what is wrong and what to do
   * @param {number} [exitCode] how the script ends
   */
  constructor(sentence, exitCode = 1) {
    super(sentence);
    this.name = 'PlainFault';
    this.exitCode = exitCode;
  }
}

/**
 * Turns what the system says about a file into a sentence. Unknown errors come back unchanged.
 *
 * @param {unknown} error
 * @param {string} doing for example "write into"
 * @param {string} path
 * @returns {unknown}
 */
export function fileFault(error, doing, path) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new PlainFault(
      `Cannot ${doing} ${path}: this user may not write there; give it the right to, or put the project into a folder of your own.`,
    );
  }
  if (code === 'ENOSPC') return new PlainFault(`Cannot ${doing} ${path}: the disk is full; free some space.`);
  return error;
}

/**
 * Runs a script's main function: a plain fault becomes one sentence on stderr, anything else keeps its stack.
 *
 * @param {() => Promise<number | void>} main resolves with the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (error instanceof PlainFault) {
      console.error(error.message);
      process.exitCode = error.exitCode;
    } else {
      console.error(error);
      process.exitCode = 1;
    }
  }
}
