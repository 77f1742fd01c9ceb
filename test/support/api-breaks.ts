import type { ApiDocument } from '#platform/testing';

interface Node {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Node[];
  properties?: Record<string, Node>;
  required?: string[];
  items?: Node;
  [limit: string]: unknown;
}
interface Described {
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { required: boolean; content: Record<string, { schema?: object }> };
  responses: Record<string, { $ref?: string; content?: Record<string, { schema?: object }> }>;
  security: object[];
}
type Says = (fault: string) => void;

/**
 * What a program written for the document `before` would stumble over in `after`: an operation, answer or member that is
 * gone, a request that must say more or may say less, a caller who must be more. Additions are none (STD-1.7).
 * @rule S-50
 */
export function apiBreaks(before: ApiDocument, after: ApiDocument): string[] {
  const found: string[] = [];
  for (const [path, methods] of Object.entries(before.paths)) {
    for (const [method, described] of Object.entries(methods)) {
      const name = `${method.toUpperCase()} ${path}`;
      const now = after.paths[path]?.[method as 'get'];
      if (!now) found.push(`${name} is gone`);
      else
        compareOperation(
          described as Described,
          now as Described,
          (fault) => found.push(`${name} ${fault}`),
          before,
          after,
        );
    }
  }
  return found;
}

function compareOperation(was: Described, is: Described, says: Says, before: ApiDocument, after: ApiDocument): void {
  const isOpen = (operation: Described) =>
    operation.security.length === 0 || operation.security.some((one) => Object.keys(one).length === 0);
  if (isOpen(was) && !isOpen(is)) says('wants a credential now');
  const request = comparer('request', after, before, says);
  const answer = comparer('answer', before, after, says);
  for (const parameter of is.parameters) {
    const same = was.parameters.find((one) => one.name === parameter.name && one.in === parameter.in);
    if (parameter.required && !same?.required) says(`wants ${parameter.in} ${parameter.name} now`);
    if (same) request(parameter.schema, same.schema, `${parameter.in} ${parameter.name}`);
  }
  for (const { name, in: from } of was.parameters) {
    if (!is.parameters.some((one) => one.name === name && one.in === from)) says(`takes no ${from} ${name} any more`);
  }
  if (is.requestBody?.required && !was.requestBody?.required) says('wants a body now');
  for (const [type, { schema }] of Object.entries(was.requestBody?.content ?? {})) {
    const now = is.requestBody?.content[type];
    if (!now) says(`takes no ${type} any more`);
    else if (schema && now.schema) request(now.schema, schema, 'body');
  }
  for (const [status, { content }] of Object.entries(was.responses)) {
    if (Number(status) >= 300) continue;
    if (!is.responses[status]) says(`does not answer ${status} any more`);
    for (const [type, { schema }] of Object.entries(content ?? {})) {
      const now = is.responses[status]?.content?.[type];
      if (is.responses[status] && !now) says(`does not answer ${status} as ${type} any more`);
      else if (schema && now?.schema) answer(schema, now.schema, `answer ${status}`);
    }
  }
}

const atMost = ['maximum', 'maxLength', 'maxItems'];
const atLeast = ['minimum', 'minLength', 'minItems'];

/**
 * Says where `inner` may be something `outer` may not be, or lacks what `outer` promises. For an answer the outer one is
 * what was; for a request it is what is taken now, and the inner one what was sent. Values and limits bind requests only:
 * who reads answers takes a state nobody knew yet.
 */
function comparer(kind: 'request' | 'answer', outerDocument: ApiDocument, innerDocument: ApiDocument, says: Says) {
  const resolve = (node: Node, document: ApiDocument): Node =>
    node.$ref ? ({ ...document.components.schemas[node.$ref.split('/').at(-1)!] } as Node) : node;
  const seen = new Set<string>();

  const compare = (outerNode: Node, innerNode: Node, at: string, tell: Says): void => {
    if (outerNode.$ref && innerNode.$ref) {
      const pair = `${outerNode.$ref} ${innerNode.$ref}`;
      if (seen.has(pair)) return;
      seen.add(pair);
    }
    const [outer, inner] = [resolve(outerNode, outerDocument), resolve(innerNode, innerDocument)];
    const choices = (node: Node, document: ApiDocument) => node.anyOf?.map((one) => resolve(one, document)) ?? [node];
    if (outer.anyOf || inner.anyOf) {
      const outers = choices(outer, outerDocument);
      for (const one of choices(inner, innerDocument)) {
        if (!outers.some((other) => fits(other, one))) tell(`${at} may be something else`);
      }
      return;
    }
    compareTypes(outer, inner, at, tell);
    if (kind === 'request') compareLimits(outer, inner, at, tell);
    const members = outer.properties ?? {};
    const sent = inner.properties ?? {};
    for (const name of outer.required ?? []) {
      if (inner.properties && !inner.required?.includes(name)) tell(`${at} may lack ${name}`);
    }
    for (const [name, member] of Object.entries(sent)) {
      if (members[name]) compare(members[name], member, `${at} ${name}`, tell);
      else if (kind === 'request' && outer.properties) tell(`${at} may hold ${name}`);
    }
    if (outer.items && inner.items) compare(outer.items, inner.items, `${at}[]`, tell);
  };
  const fits = (outer: Node, inner: Node): boolean => {
    let good = true;
    compare(outer, inner, '', () => (good = false));
    return good;
  };
  return (outer: object, inner: object, at: string): void => compare(outer as Node, inner as Node, at, says);
}

function compareTypes(outer: Node, inner: Node, at: string, tell: Says): void {
  const typesOf = ({ type }: Node) => (type === undefined ? [] : [type].flat());
  const allowed = new Set(typesOf(outer).flatMap((type) => (type === 'number' ? ['number', 'integer'] : [type])));
  const others = allowed.size === 0 ? [] : typesOf(inner).filter((type) => !allowed.has(type));
  if (others.length > 0) tell(`${at} may be ${others.join(' or ')}`);
}

function compareLimits(outer: Node, inner: Node, at: string, tell: Says): void {
  const valuesOf = (node: Node) => ('const' in node ? [node.const] : node.enum);
  const values = valuesOf(outer);
  if (values && (valuesOf(inner) ?? [undefined]).some((one) => !values.includes(one)))
    tell(`${at} may be another value`);
  for (const limit of atMost)
    if (Number(inner[limit] ?? Infinity) > Number(outer[limit] ?? Infinity)) tell(`${at} may be over its ${limit}`);
  for (const limit of atLeast)
    if (Number(inner[limit] ?? -Infinity) < Number(outer[limit] ?? -Infinity)) tell(`${at} may be under its ${limit}`);
}
