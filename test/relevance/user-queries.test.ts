/** The queries of users on the embedded engine. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSearchIndex } from '../../server/search/open.ts';
import { describeUserQueries } from './user-queries.ts';

describeUserQueries('embedded', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'imr-user-queries-'));
  const index = await openSearchIndex({ engine: 'embedded', dataDir });
  return {
    index,
    close: async () => {
      await index.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
});
