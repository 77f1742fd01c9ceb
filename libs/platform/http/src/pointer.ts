/** A JSON Pointer as URI fragment: `#/lines/0/quantity` (RFC 6901 section 6). */
export const pointer = (path: readonly PropertyKey[]): string =>
  ['#', ...path.map((part) => encodeURIComponent(String(part).replaceAll('~', '~0').replaceAll('/', '~1')))].join('/');
