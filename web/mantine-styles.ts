/**
 * Of the component library's sheet, which holds the rules of all its components one after the other, the build keeps those of the components that are used:
 * by the dashboard itself, or by a component that it uses. The order stays as it is.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';

const LIBRARY = '@mantine/core';
const SHEET = `/${LIBRARY}/styles.css`;
/** Rules that belong to no component. */
const OF_ALL = /^(?:global|baseline|default-css-variables)\.css$/;
/** Where a component has the names of its classes; the sheet of the same name has their rules. */
const CLASSES = '.module.mjs';

/** `sources`: the folder whose modules import the components. */
export function usedStyles(sources: string): Plugin {
  return {
    name: 'used-styles',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      const file = id.split('?')[0]?.replaceAll('\\', '/') ?? '';
      if (!file.endsWith(SHEET)) return null;
      const folder = dirname(file);
      const used = usedSheets(join(folder, 'esm'), sources);
      const sheets = readdirSync(join(folder, 'styles')).filter((name) => name.endsWith('.css') && !name.endsWith('.layer.css'));
      return sheets
        .filter((name) => !OF_ALL.test(name) && !used.has(name))
        .reduce((left, name) => without(left, readFileSync(join(folder, 'styles', name), 'utf8').trim(), name), code);
    },
  };
}

/** Throws where the sheet is not made of the sheets of its components: then another way is needed, and nobody should find out by its looks. */
function without(code: string, rules: string, name: string): string {
  if (!code.includes(rules)) throw new Error(`${SHEET} does not hold the rules of ${name}`);
  return code.replace(rules, () => '');
}

/** The names of the sheets of all components that are reached from `sources`. */
function usedSheets(library: string, sources: string): ReadonlySet<string> {
  const start = join(library, 'index.mjs');
  const named = importsOf(start);
  const wanted = sourcesIn(sources).flatMap((file) => {
    const names = new RegExp(`import \\{([^}]*)\\} from '${LIBRARY}'`).exec(readFileSync(file, 'utf8'))?.[1] ?? '';
    return names.split(',').map((name) => name.replace(/^\s*type\s|\sas\s.*$/g, '').trim());
  });
  const reached = new Set(wanted.flatMap((name) => named.get(name) ?? []));
  for (const file of reached) if (!file.endsWith(CLASSES)) for (const next of importsOf(file).values()) reached.add(next);
  return new Set([...reached].filter((file) => file.endsWith(CLASSES)).map((file) => `${basename(file, CLASSES)}.css`));
}

/** The modules of the library that a module of it imports, by the names they have there. */
function importsOf(file: string): Map<string, string> {
  const imports = readFileSync(file, 'utf8').matchAll(/^import (?:\{ ([^}]*) \}|(\w+)) from "(\.[^"]*)";$/gm);
  return new Map(
    Array.from(imports).flatMap(([, names = '', name = '', path = '']) =>
      [...names.split(', '), name].filter((one) => one !== '').map((one) => [one, resolve(dirname(file), path)] as const),
    ),
  );
}

function sourcesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));
}
