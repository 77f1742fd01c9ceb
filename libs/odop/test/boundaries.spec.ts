import { asOwner, boot, type Booted, ownDatabase, type TestDatabase } from '#platform/testing';
import { DistrictMapQuery, ImportBoundaries, OdopModule } from '#odop';

/** Squares of one degree, drawn for the test. */
const square = (west: number, south: number) => [
  [west, south],
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
];
const topology = (places: { name: string; state: string; lgd?: number }[]) =>
  Buffer.from(
    JSON.stringify({
      type: 'Topology',
      arcs: places.map((_, i) => square(70 + i, 20)),
      transform: { scale: [1, 1], translate: [0, 0] },
      objects: {
        districts: {
          type: 'GeometryCollection',
          geometries: places.map((properties, i) => ({ type: 'Polygon', arcs: [[i]], properties })),
        },
      },
    }),
  );

describe('outlines of districts', () => {
  let database: TestDatabase;
  let app: Booted;
  beforeAll(async () => {
    database = await ownDatabase();
    app = await boot([OdopModule]);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });
  const run = (content: Buffer, object = 'districts') =>
    app.asSystem(() => app.get(ImportBoundaries).run(content, { source: 'drawn', asOf: '2019', object }));

  test('R-7.4 R-4.29a are matched by name or code within their State, and shown on the map', async () => {
    const places = [
      { name: 'Varanasi', state: 'UP', lgd: 187 },
      { name: 'Aurangabad', state: 'MH' }, // a former name
      { name: 'Some spelling', state: 'KL', lgd: 560 }, // only its code is known
      { name: 'Another spelling', state: 'BR', lgd: 187 }, // the code of another State's district
      { name: 'Atlantis', state: 'GA' },
      { name: 'Varanasi', state: 'UP' },
    ];
    const [kollam] = await asOwner<{ lgd_code: number }>(`select lgd_code from odop.district where slug = 'kollam'`);
    places[2]!.lgd = kollam!.lgd_code;
    expect(await run(topology(places))).toEqual({
      matched: 3,
      unmatched: [
        { name: 'Another spelling', state: 'BR', why: 'its code is of another State (IN-UP)' },
        { name: 'Atlantis', state: 'GA', why: 'no district of today' },
        { name: 'Varanasi', state: 'UP', why: 'a second outline of one district' },
      ],
      without: 780,
    });
    const map = JSON.parse(await app.get(DistrictMapQuery).features({})) as {
      features: { id: string; geometry: unknown; properties: { geometryIs: string } }[];
    };
    expect(map.features.find((one) => one.id === 'varanasi')).toMatchObject({
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [70, 20],
            [71, 20],
            [71, 21],
            [70, 21],
            [70, 20],
          ],
        ],
      },
      properties: { geometryIs: 'outline' },
    });
    expect(map.features.filter((one) => one.properties.geometryIs === 'outline').map((one) => one.id)).toEqual([
      'chhatrapati-sambhajinagar',
      'kollam',
      'varanasi',
    ]);
    expect(await run(topology(places.slice(0, 1)))).toMatchObject({ matched: 1, without: 780 });
  });

  test.each([
    ['no JSON', Buffer.from('<svg/>'), 'districts', /not JSON/],
    ['no topology', Buffer.from('{"type":"FeatureCollection"}'), 'districts', /no TopoJSON/],
    ['another object', topology([]), 'blocks', /no object "blocks", but districts/],
  ])('%s is told apart', async (_, content, object, why) => {
    await expect((async () => run(content, object))()).rejects.toThrow(why);
  });
});
