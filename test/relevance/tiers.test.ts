/** The two tiers on the embedded engine. */
import { openEmbeddedIndex } from './open-embedded-index.ts';
import { describeTiers } from './tiers.ts';

describeTiers('embedded', 1_000, openEmbeddedIndex);
