// The domain's own answers, to hold what the editor shows against them.
import { buildSync } from 'esbuild';
import { createRequire } from 'node:module';
import { root } from '../host/paths.mjs';

/** `library`, the search over its findings, and their citations, as the extension has them. */
export function domain() {
  const {
    outputFiles: [bundle],
  } = buildSync({
    stdin: {
      contents: `
        import { cite } from './src/domain/citation/cite';
        import { library } from './src/domain/corpus/bundled';
        import { SearchIndex } from './src/domain/search';
        const index = SearchIndex.build(library.findings, library);
        module.exports = { library, cite: (ids, options) => cite(library, ids, options), search: query => index.search(query, { limit: library.findings.length }).map(hit => hit.finding) };`,
      resolveDir: root,
    },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    loader: { '.txt': 'text' },
    logLevel: 'silent',
  });
  const module = { exports: {} };
  new Function('module', 'require', bundle.text)(module, createRequire(import.meta.url));
  return module.exports;
}
