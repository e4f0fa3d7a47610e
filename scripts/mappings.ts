/**
 * Writes `mappings/elasticsearch.json` from the field table; with `--check` writes nothing and exits 1 when the file is stale.
 */
import { toElasticsearchDefinition } from '#mappings/elasticsearch.ts';
import { deriveFile } from './derived/derived-file.ts';

deriveFile('mappings/elasticsearch.json', `${JSON.stringify(toElasticsearchDefinition(), null, 2)}\n`, 'npm run mappings');
