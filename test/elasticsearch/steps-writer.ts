/** A program for the kill test: loads letters into a library with its index in Elasticsearch. Usage: node steps-writer.ts DATA_DIR URL PREFIX load|open */
import { openSearchIndex } from '../../server/index/open-index.ts';
import { loadSteps } from './steps-load.ts';

const [dataDir = '', url = '', index = '', what = ''] = process.argv.slice(2);
const opened = await openSearchIndex({ engine: 'elasticsearch', url, index, dataDir });
if (what === 'load') await loadSteps(opened);
await opened.close();
