import { DataSource } from 'typeorm';
import { ownerConfig } from '#platform/database';
import { boot } from '#platform/testing';
import { IdentityModule } from '../src/index.js';

test('the entities of identity and of the keys are their tables: nothing is pending', async () => {
  const app = await boot([IdentityModule]);
  const entities = app.get(DataSource).entityMetadatas.map((each) => each.target);
  await app.close();
  const owner = new DataSource({ type: 'postgres', url: ownerConfig().DATABASE_OWNER_URL, entities });
  await owner.initialize();
  const pending = await owner.driver.createSchemaBuilder().log();
  await owner.destroy();
  expect(entities.length).toBeGreaterThan(20);
  expect(pending.upQueries.map((each) => each.query)).toEqual([]);
});
