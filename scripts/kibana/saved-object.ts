/** What every line of an export of Kibana's saved objects has. */

/** How an object names another one. */
export interface Reference {
  readonly name: string;
  readonly type: ObjectType;
  readonly id: string;
}

/**
 * The version of each type in which its attributes are written: the newest that Kibana 8.9 knows. A later Kibana brings them up to its own; without
 * a version it would take them for those of Kibana 6. An earlier Kibana refuses them.
 */
const TYPE_VERSIONS = { 'index-pattern': '8.0.0', visualization: '8.5.0', search: '8.0.0', dashboard: '8.9.0' } as const;
const CORE_VERSION = '8.8.0';

export type ObjectType = keyof typeof TYPE_VERSIONS;

/** One line of the export. */
export interface SavedObject {
  readonly type: ObjectType;
  readonly id: string;
  readonly managed: false;
  readonly coreMigrationVersion: string;
  readonly typeMigrationVersion: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly references: readonly Reference[];
}

/** An object under an id that no other program's has; importing it again replaces it. */
export function savedObject(
  type: ObjectType,
  name: string,
  attributes: SavedObject['attributes'],
  references: readonly Reference[],
): SavedObject {
  return {
    type,
    id: idOf(name),
    managed: false,
    coreMigrationVersion: CORE_VERSION,
    typeMigrationVersion: TYPE_VERSIONS[type],
    attributes,
    references,
  };
}

/** The id of an object by its name in this file. */
export function idOf(name: string): string {
  return `imr-index-${name}`;
}

/** The data view's name in this file. */
export const DATA_VIEW = 'items';

/** A reference to the data view. */
export function toDataView(name: string): Reference {
  return { name, type: 'index-pattern', id: idOf(DATA_VIEW) };
}
