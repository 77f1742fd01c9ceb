const OLDEST = [20, 19];

/**
 * @param {string} version as in process.versions.node
 * @returns {string | null} a sentence when that Node cannot run the project
 */
export function nodeFault(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return null;
  return `ODOP Bazaar needs Node ${OLDEST.join('.')} or newer and this is Node ${version}: install a newer one from nodejs.org.`;
}

/** Ends the process with a sentence when this Node is too old. */
export function requireNode() {
  const fault = nodeFault(process.versions.node);
  if (fault === null) return;
  console.error(fault);
  process.exit(1);
}
