import { Controller, Get, Header } from '@nestjs/common';
import { z } from 'zod';
import { Answers, ApiDescription, Does, Open, httpConfig, publicUrl } from '#platform/http';

/** Entry points beside the OpenAPI document, listed once the routes behind them run. */
const others = [
  { at: '/feeds/ocds/releases', description: '/feeds/ocds/extension.json' },
  { at: '/register', description: '/register' },
  { at: '/ondc', description: '/ondc' },
];

const linkset = z
  .strictObject({
    linkset: z
      .array(
        z.strictObject({
          anchor: z.url(),
          'service-desc': z.array(z.strictObject({ href: z.url(), type: z.string() })).max(1),
          'service-doc': z
            .array(z.strictObject({ href: z.url(), type: z.string() }))
            .max(1)
            .optional(),
          'service-meta': z
            .array(z.strictObject({ href: z.url(), type: z.string() }))
            .max(1)
            .optional(),
          status: z
            .array(z.strictObject({ href: z.url(), type: z.string() }))
            .max(1)
            .optional(),
        }),
      )
      .max(1 + others.length),
  })
  .meta({ id: 'ApiCatalog' });

const year_ms = 365 * 86_400_000;

@Controller('.well-known')
export class WellKnownController {
  constructor(private readonly description: ApiDescription) {}

  @Get('api-catalog')
  @Open({ ignoresCredentials: true })
  @Does('The machine-readable entry points (RFC 9727)')
  @Header('content-type', 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"')
  @Header('cache-control', 'public, max-age=300')
  @Answers(200, linkset, { contentType: 'application/linkset+json' })
  catalogue(): z.infer<typeof linkset> {
    const url = publicUrl();
    const json = 'application/json';
    const runs = new Set(this.description.routes.map((route) => route.url));
    return {
      linkset: [
        {
          anchor: `${url}/v1`,
          'service-desc': [{ href: `${url}/openapi.json`, type: json }],
          'service-doc': [{ href: `${url}/docs`, type: 'text/html' }],
          'service-meta': [{ href: `${url}/problems`, type: json }],
          status: [{ href: `${url}/health/ready`, type: json }],
        },
        ...others
          .filter(({ at }) => runs.has(at))
          .map(({ at, description }) => ({
            anchor: url + at,
            'service-desc': [{ href: url + description, type: json }],
          })),
      ],
    };
  }

  @Get('security.txt')
  @Open({ ignoresCredentials: true })
  @Does('Whom to tell about a weakness (RFC 9116)')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'public, max-age=300')
  @Answers(200, undefined, { contentType: 'text/plain' })
  security(): string {
    const { SECURITY_CONTACT } = httpConfig();
    const expires = new Date(Math.floor((Date.now() + year_ms / 2) / 86_400_000) * 86_400_000).toISOString();
    return [
      `Contact: ${SECURITY_CONTACT}`,
      `Expires: ${expires}`,
      'Preferred-Languages: en, hi',
      `Canonical: ${publicUrl()}/.well-known/security.txt`,
      '',
    ].join('\n');
  }
}
