declare module 'markdown-it-footnote' {
  const plugin: (md: never) => void;
  export default plugin;
}

declare module 'markdown-it-14' {
  import type MarkdownIt from 'markdown-it-15';
  const constructor: typeof MarkdownIt;
  export default constructor;
}
