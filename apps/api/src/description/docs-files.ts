import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const folder = (): string => dirname(createRequire(import.meta.filename).resolve('swagger-ui-dist/package.json'));

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>ODOP Bazaar – operations</title>
    <link rel="stylesheet" href="/docs/swagger-ui.css" />
    <link rel="icon" href="/docs/favicon-32x32.png" />
  </head>
  <body>
    <main id="operations"></main>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;

const start = `window.ui = SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#operations',
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
  validatorUrl: null,
  requestSnippetsEnabled: true,
});
`;

interface DocsFile {
  type: string;
  text: () => string | Buffer;
}

const shipped = (name: string, type: string): [string, DocsFile] => {
  let read: Buffer | undefined;
  return [name, { type, text: () => (read ??= readFileSync(join(folder(), name))) }];
};

/** The pages of /docs by name; the viewer comes with the service, nothing is fetched from elsewhere (S-87). */
export const docsFiles: ReadonlyMap<string, DocsFile> = new Map([
  ['', { type: 'text/html; charset=utf-8', text: () => page }],
  ['start.js', { type: 'text/javascript; charset=utf-8', text: () => start }],
  shipped('swagger-ui.css', 'text/css; charset=utf-8'),
  shipped('swagger-ui-bundle.js', 'text/javascript; charset=utf-8'),
  shipped('favicon-32x32.png', 'image/png'),
]);
