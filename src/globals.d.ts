/** Text files are bundled as strings. */
declare module '*.txt' {
  const text: string;
  export default text;
}

declare module '*.md' {
  const text: string;
  export default text;
}

/** In both hosts, Node and web worker, though neither's types are loaded here. */
declare class TextEncoder {
  encode(text: string): Uint8Array;
}

declare class TextDecoder {
  decode(bytes: Uint8Array): string;
}

declare function clearTimeout(timer: unknown): void;

declare function setTimeout(handler: () => void, milliseconds: number): unknown;

/** Bytes as letters, to and from base64: in Node and in web workers alike. */
declare function btoa(bytes: string): string;
declare function atob(base64: string): string;

/** Numbers nobody can guess: in both hosts. */
declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };

/**
 * A library or module that is loaded only when asked for: an `import` would load it at the start. In the Node host each
 * has a file of its own (esbuild.js).
 */
declare function require(library: 'yaml'): typeof import('yaml');
declare function require(library: '@lezer/markdown'): typeof import('@lezer/markdown');
declare function require(module: './bundledCorpora'): typeof import('./domain/corpus/bundledCorpora');
declare function require(module: './sourceTexts'): typeof import('./editor/sourceTexts');
declare function require(module: '../domain/insert/plan'): typeof import('./domain/insert/plan');
declare function require(module: '../domain/check/followed'): typeof import('./domain/check/followed');
declare function require(module: './sampleText'): typeof import('./editor/firstSteps/sampleText');
declare function require(module: './readingView'): typeof import('./editor/reading/readingView');
declare function require(module: './editor/draftWork'): typeof import('./editor/draftWork');
declare function require(module: '../domain/preview/plugin'): typeof import('./domain/preview/plugin');
declare function require(module: '../../domain/redline/redline'): typeof import('./domain/redline/redline');
declare function require(module: '../domain/search'): typeof import('./domain/search');
declare function require(module: '../../domain/restyle/relabel'): typeof import('./domain/restyle/relabel');
declare function require(module: '../domain/draft/draft'): typeof import('./domain/draft/draft');
declare function require(module: '../domain/rules/draftRules'): typeof import('./domain/rules/draftRules');
declare function require(module: './apiAnswers'): typeof import('./apiAnswers');
declare function require(module: './editor/completion'): typeof import('./editor/completion');
declare function require(module: './quickPick'): typeof import('./editor/quickPick');
declare function require(module: './citationText'): typeof import('./editor/citationText');
declare function require(module: './items'): typeof import('./editor/tree/items');
declare function require(module: './providers'): typeof import('./editor/citations/providers');
