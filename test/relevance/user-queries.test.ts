/** The queries of users on the embedded engine. */
import { openEmbeddedIndex } from './open-embedded-index.ts';
import { describeUserQueries } from './user-queries.ts';

describeUserQueries('embedded', openEmbeddedIndex);
