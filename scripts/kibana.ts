/**
 * Writes `docs/kibana/imr-index.ndjson`, what Kibana imports, from the field table; with `--check` writes nothing and exits 1 when the file is stale.
 */
import { deriveFile } from './derived/derived-file.ts';
import { dashboard } from './kibana/dashboard.ts';
import { dataView } from './kibana/data-view.ts';
import { savedSearch, visualizations } from './kibana/panels.ts';

const objects = [dataView(), ...visualizations(), savedSearch(), dashboard()];
deriveFile('docs/kibana/imr-index.ndjson', objects.map((object) => `${JSON.stringify(object)}\n`).join(''), 'npm run kibana');
