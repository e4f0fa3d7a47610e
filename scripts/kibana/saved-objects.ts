/** What Kibana imports, derived from the field table. */
import { dashboard } from './dashboard.ts';
import { dataView } from './data-view.ts';
import { savedSearch, visualizations } from './panels.ts';

/** In the order in which the file has them: what others refer to comes first. */
export function savedObjects(): object[] {
  return [dataView(), ...visualizations(), savedSearch(), dashboard()];
}
