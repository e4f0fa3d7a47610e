/** What the build of the dashboard does beyond Vite: a script that runs early, one that is compiled early, and files that are compressed once. */
import { writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

/** Puts the entry `name`, built from `source`, into the page before all others. Named in the page itself it would be built into the program, and run no earlier. */
export function runsEarly(name: string, source: string): Plugin {
  return {
    name: 'runs-early',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {} }) {
        const built = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry && file.name === name);
        return [{ tag: 'script', attrs: { type: 'module', src: `/${built?.fileName ?? source}`, async: true }, injectTo: 'head-prepend' }];
      },
    },
  };
}

/**
 * Most of the piece `name` is called at the start: so it is compiled whole while it comes, beside the main thread, and not function by function on it.
 * A browser that does not know the word reads a comment.
 */
export function compiledEarly(name: string): Plugin {
  return {
    name: 'compiled-early',
    generateBundle: {
      // Behind what puts anything before the code: the word counts on the first line alone.
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'chunk' && file.name === name) file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
        }
      },
    },
  };
}

/** Smaller files are sent as they are: compressed they would save less than what is said about it. In bytes. */
const TINY = 1_024;
/** Fonts are compressed already. */
const COMPRESSIBLE: ReadonlySet<string> = new Set(['.css', '.html', '.js', '.json', '.svg']);

const FORMS = [
  { end: '.br', to: promisify(brotliCompress), options: { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } } },
  { end: '.gz', to: promisify(gzip), options: { level: constants.Z_BEST_COMPRESSION } },
] as const;

/** Lays its compressed forms beside each file that gains by it, as small as they get; the server sends them. */
export function compressedForms(): Plugin {
  return {
    name: 'compressed-forms',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const files = Object.values(bundle).filter(({ fileName }) => COMPRESSIBLE.has(extname(fileName)));
      await Promise.all(
        files.map(async (file) => {
          const whole = Buffer.from(file.type === 'chunk' ? file.code : file.source);
          if (whole.length < TINY) return;
          for (const { end, to, options } of FORMS) {
            const form = await to(whole, options);
            if (form.length < whole.length) await writeFile(join(dir, `${file.fileName}${end}`), form);
          }
        }),
      );
    },
  };
}
