// What goods of a benchmark are made of: the register's districts and products, and the categories.

/** @param {import('pg').Client} client of a seeded database @returns {Promise<import('./goods-of.mjs').Register>} */
export async function readRegister(client) {
  const { rows: categories } = await client.query(`
    with recursive up as (
      select category_id as leaf, category_id, slug, name, parent_id, 1 as height from catalogue.v_category where takes_listings
      union all
      select up.leaf, c.category_id, c.slug, c.name, c.parent_id, up.height + 1
        from catalogue.v_category c join up on c.category_id = up.parent_id)
    select c.id, c.slug, c.name, c.quadrant, c.is_food, c.hsn, c.gst_rate_keys, c.parameters,
           (select jsonb_agg(jsonb_build_object('slug', u.slug, 'name', u.name) order by u.height) from up u where u.leaf = c.id) as up
      from catalogue.category c where exists (select from up u where u.leaf = c.id) order by c.slug`);
  const { rows: entries } = await client.query(`
    select e.id, e.product, e.sector, e.state, e.gi, e.district_slug, n.names
      from odop.v_entry e join odop.v_entry_names n on n.entry_id = e.id
     where e.state = 'live' and e.takes_listings order by e.district_slug, e.slug`);
  const { rows: districts } = await client.query(`
    select d.id, d.slug, d.name, d.state_code, d.state_name, n.names, coalesce(min(p.pincode), '110001') as pin
      from odop.v_district d join odop.v_district_names n on n.district_id = d.id
      left join odop.v_pincode p on p.district_id = d.id
     where d.valid_to is null group by d.id, d.slug, d.name, d.state_code, d.state_name, n.names order by d.slug`);
  const { rows: pictures } = await client.query(
    `insert into catalogue.media (id, content_type, size_bytes, width_px, height_px, sha256, storage_key, uploaded_at)
     select overlay(overlay(md5('motif ' || n) placing '8' from 13) placing '8' from 17)::uuid, 'image/png', 40000, 1200, 1200, sha256(('motif ' || n)::bytea), 'motif-' || n, '2026-01-01'
       from generate_series(1, 40) n returning id`,
  );
  for (const entry of entries) entry.categories = fitting(entry, categories);
  for (const district of districts) {
    district.entries = entries.filter((entry) => entry.district_slug === district.slug);
  }
  return {
    districts: districts.filter((district) => district.entries.length > 0),
    categories: categories.filter((category) => category.quadrant === 'q4' || category.quadrant === 'q5'),
    pictures: pictures.map(({ id }) => id),
  };
}

/** Categories in which a product may stand: those with most of its words, else those of its sector. @param {any} entry @param {any[]} categories */
function fitting({ product, sector }, categories) {
  const words = new Set(product.toLowerCase().match(/[a-z]{3,}/g) ?? []);
  const shared = (/** @type {any} */ { slug }) =>
    slug.split('-').filter((/** @type {string} */ word) => words.has(word) || words.has(word.replace(/s$/, ''))).length;
  const most = Math.max(...categories.map(shared));
  if (most > 0) return categories.filter((one) => shared(one) === most);
  const ofSector = categories.filter((one) => one.up.some((/** @type {any} */ up) => up.slug === sector));
  return ofSector.length > 0 ? ofSector : categories;
}
