/**
 * Engine name -> search index. A new engine is a folder beside this file and one line here. An engine is loaded when it
 * is asked for, so that the embedded one starts without the Elasticsearch client.
 */
import type { ElasticsearchOptions } from './elasticsearch/options.ts';
import type { SearchIndex } from './port.ts';

export type SearchIndexOptions = { engine: 'embedded'; dataDir: string } | ({ engine: 'elasticsearch' } & ElasticsearchOptions);

/**
 * Opens the index of an engine. `create` (default true): make it where there is none; a command that only reads says false,
 * and is told AppError `no-index`. Throws AppError `engine-unavailable`, `index-incompatible` besides.
 */
export async function openSearchIndex(options: SearchIndexOptions, create = true): Promise<SearchIndex> {
  switch (options.engine) {
    case 'embedded':
      return (await import('./embedded/open-embedded.ts')).openEmbedded({ ...options, create });
    case 'elasticsearch':
      return (await import('./elasticsearch/client.ts')).openElasticsearch(options, create);
  }
}
