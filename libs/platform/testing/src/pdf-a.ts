import { objectsOfPdf, type PdfObject } from './text-of-pdf.js';

/** What a file for archives (ISO 19005-2, level B) must not be without. */
type Demand = readonly [fault: string, holds: (file: PdfAFile) => boolean];

interface PdfAFile {
  bytes: Buffer;
  text: string;
  /** Dictionaries, without what stands in their streams. */
  heads: readonly string[];
  /** What stands on pages. */
  pages: readonly string[];
  xmp: string;
  objects: ReadonlyMap<string, PdfObject>;
}

const banned = [
  ...[
    'JavaScript',
    'JS',
    'Launch',
    'Sound',
    'Movie',
    'ResetForm',
    'ImportData',
    'Hide',
    'SetOCGState',
    'Rendition',
    'Trans',
  ],
  ...['AA', 'EmbeddedFiles', 'XFA', 'NeedsRendering', 'PS', 'OPI', 'Alternates', 'HTP', 'F', 'FFilter', 'FDecodeParms'],
];
const named = (name: string): RegExp => new RegExp(`/${name}(?![A-Za-z0-9_.+-])`);
const refOf = (head: string, key: string): string | undefined => new RegExp(`/${key} (\\d+) 0 R`).exec(head)?.[1];
const withType = ({ heads }: PdfAFile, type: string): string[] =>
  heads.filter((head) => new RegExp(`/Type /${type}\\b`).test(head));
const infoOf = (file: PdfAFile): string =>
  file.objects.get(refOf(file.text.slice(file.text.lastIndexOf('trailer')), 'Info') ?? '')?.head ?? '';

/** Date of the file's description, `D:20261123060000Z`, as the metadata write it. */
const isoOf = (date: string | undefined): string | undefined =>
  date?.replace(/^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z?$/, '$1-$2-$3T$4:$5:$6Z');
/** A text of the description, which stands in an object of its own. */
const entry = ({ objects }: PdfAFile, head: string, key: string): string | undefined =>
  /^\(([^)]*)\)/.exec(objects.get(refOf(head, key) ?? '')?.head ?? '')?.[1];
const inXmp = (xmp: string, tag: string): string | undefined =>
  new RegExp(`<${tag}>(?:\\s*<rdf:\\w+>\\s*<rdf:li[^>]*>)?([^<]*)<`).exec(xmp)?.[1];

/** Embedded once, and completely: letters by number, widths, program. */
function isWholeFont(file: PdfAFile, font: string): boolean {
  if (/\/Subtype \/Type0/.test(font)) {
    return /\/Encoding \/Identity-H/.test(font) && refOf(font, 'ToUnicode') !== undefined;
  }
  const described = file.objects.get(refOf(font, 'FontDescriptor') ?? '')?.head;
  const program = described && /\/FontFile[23]? (\d+) 0 R/.exec(described)?.[1];
  if (!described || !program || (file.objects.get(program)?.body.length ?? 0) === 0) return false;
  return !/\/Subtype \/CIDFontType2/.test(font) || /\/CIDToGIDMap /.test(font);
}

const demands: readonly Demand[] = [
  [
    '6.1.2 begins with its version and four bytes above 127',
    ({ bytes }) =>
      /^%PDF-1\.[1-7]\n%/.test(bytes.toString('latin1', 0, 12)) && bytes.subarray(10, 14).every((byte) => byte > 127),
  ],
  [
    '6.1.3 has two identifiers at its end',
    ({ text }) => /\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/.test(text.slice(text.lastIndexOf('trailer'))),
  ],
  ['6.1.3 is not encrypted', ({ text }) => !named('Encrypt').test(text.slice(text.lastIndexOf('trailer')))],
  ['6.1.3 ends with its end', ({ text }) => /%%EOF\n?$/.test(text)],
  ['6.1.7 every stream is as long as it says', ({ objects }) => [...objects.values()].every(({ isWhole }) => isWhole)],
  [
    '6.1.7 packed by no method that has an owner',
    ({ heads }) => !heads.some((head) => /\/(LZWDecode|Crypt)\b/.test(head)),
  ],
  [
    '6.2.3 has one aim of colours with a profile of three channels',
    (file) => {
      const aims = withType(file, 'OutputIntent').filter((head) => head.includes('/S /GTS_PDFA1'));
      const profile = aims.length === 1 ? file.objects.get(refOf(aims[0]!, 'DestOutputProfile') ?? '') : undefined;
      return (
        profile !== undefined &&
        /\/N 3\b/.test(profile.head) &&
        profile.body.slice(16, 20) === 'RGB ' &&
        profile.body.slice(36, 40) === 'acsp'
      );
    },
  ],
  ['6.2.4 colours are those of the profile', ({ pages }) => !pages.some((page) => /^[\d. ]+ [kK]$/m.test(page))],
  [
    '6.2.10 nothing shines through',
    ({ heads }) =>
      !heads.some(
        (head) =>
          /\/SMask (?!\/None)/.test(head) ||
          /\/(ca|CA) (?!1(\.0)?\b)/.test(head) ||
          /\/BM \/(?!Normal|Compatible)/.test(head),
      ),
  ],
  [
    '6.2.11 every font is whole',
    (file) => withType(file, 'Font').length > 0 && withType(file, 'Font').every((font) => isWholeFont(file, font)),
  ],
  [
    '6.2.11 no letter is without a shape',
    ({ pages }) => !pages.some((page) => /<(?:[0-9a-f]{4})*?0000(?:[0-9a-f]{4})*> /.test(page)),
  ],
  [
    '6.3 nothing stands upon the pages',
    ({ heads }) => !heads.some((head) => named('Annots').test(head) || named('AcroForm').test(head)),
  ],
  [
    '6.5 nothing happens by itself',
    ({ heads }) =>
      !heads.some((head) => named('OpenAction').test(head) || banned.some((name) => named(name).test(head))),
  ],
  [
    '6.6.2 the metadata stand unpacked in the catalogue',
    (file) => {
      const metadata = file.objects.get(refOf(withType(file, 'Catalog')[0] ?? '', 'Metadata') ?? '');
      return metadata !== undefined && /\/Subtype \/XML/.test(metadata.head) && !named('Filter').test(metadata.head);
    },
  ],
  [
    '6.6.2 the metadata are one whole packet',
    ({ xmp }) =>
      /^[^<]*<\?xpacket begin=/.test(xmp) &&
      /<\?xpacket end="[rw]"\?>\s*$/.test(xmp) &&
      !/<\?xpacket[^>]*(bytes|encoding)=/.test(xmp),
  ],
  [
    '6.6.3 the description says what the metadata say',
    (file) => {
      const info = infoOf(file);
      const same: readonly (readonly [string | undefined, string | undefined])[] = [
        [isoOf(entry(file, info, 'CreationDate')), inXmp(file.xmp, 'xmp:CreateDate')],
        [entry(file, info, 'Producer'), inXmp(file.xmp, 'pdf:Producer')],
        [entry(file, info, 'Creator'), inXmp(file.xmp, 'xmp:CreatorTool')],
        [entry(file, info, 'Keywords'), inXmp(file.xmp, 'pdf:Keywords')],
      ];
      return (
        same.every(([one, other]) => one === other) &&
        (inXmp(file.xmp, 'dc:title') !== undefined) === named('Title').test(info)
      );
    },
  ],
  [
    '6.6.4 it says which part and level it keeps to',
    ({ xmp }) => /<pdfaid:part>2</.test(xmp) && /<pdfaid:conformance>[BUA]</.test(xmp),
  ],
  [
    '6.8 is marked, with a tree of parts and its language',
    (file) => {
      const catalog = withType(file, 'Catalog')[0] ?? '';
      return (
        /\/Marked true/.test(catalog + file.heads.join('')) &&
        refOf(catalog, 'StructTreeRoot') !== undefined &&
        named('Lang').test(catalog)
      );
    },
  ],
];

/**
 * What of a PDF does not keep to PDF/A-2b, as far as it can be told without drawing it: by the paragraphs of ISO 19005-2. Empty:
 * nothing was found. It is made for the files of ours, and no substitute for a validator.
 */
export function pdfAFaults(pdf: Buffer): string[] {
  const objects = objectsOfPdf(pdf);
  const all = [...objects.values()];
  // What a text says is no key.
  const heads = all.map(({ head }) => head.replaceAll(/\((?:\\[\s\S]|[^\\)])*\)/g, '()'));
  const file: PdfAFile = {
    ...{ bytes: pdf, text: pdf.toString('latin1'), heads, objects },
    pages: all
      .filter(({ head, body }) => !/\/(Type|Subtype|FunctionType)\b/.test(head) && body.includes('BT\n'))
      .map(({ body }) => body),
    xmp: all.find(({ head }) => /\/Type \/Metadata/.test(head))?.body ?? '',
  };
  return demands.filter(([, holds]) => !holds(file)).map(([fault]) => fault);
}
