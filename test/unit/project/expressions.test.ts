import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { expressionsIn, recording, type Literal } from '../../hostile/expressions/extract';
import { growthOf } from '../../hostile/expressions/growth';

/** Steps that one expression may cost for each character of a text, by its bounded repetitions. */
const steps = 500;

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .map(name => ({ file: join('src', name).replaceAll('\\', '/'), text: readFileSync(join('src', name), 'utf8') }));

/** What is wrong with an expression; nothing where its work grows with the text at most. */
function fault({ source, flags }: Literal): string | undefined {
  try {
    const { kind, pump, perCharacter } = growthOf(source, flags);
    if (kind !== 'linear') return `${kind}, over and over: ${JSON.stringify(pump)}`;
    return perCharacter > steps ? `${perCharacter} steps for each character` : undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

describe('the judge of expressions', () => {
  const rows: [RegExp, ReturnType<typeof growthOf>['kind'], number?][] = [
    [/(a+)b/, 'polynomial'],
    [/^(a+)b/, 'linear'],
    [/\s+$/, 'polynomial'],
    [/(?<!\s)\s+$/, 'linear'],
    [/[ \t]+/g, 'linear'],
    [/(a*)*b/, 'exponential'],
    [/^(?:#{1,6}\s*)*$/, 'exponential'],
    [/^(?:#\s*)*$/, 'linear'],
    [/(?:(?:where|as|whereas)\s*)*$/, 'exponential'],
    [/^a*a*$/, 'polynomial'],
    [/^\s*,?\s*x/, 'polynomial'],
    [/\n\s*\n/, 'linear'],
    [/\n\s*\n$/, 'polynomial'],
    [/\[[^\]]*\]/g, 'polynomial'],
    [/\[[^[\]]*\]/g, 'linear'],
    [/a(?:a*c)?/g, 'polynomial'],
    [/^a(?:a*c)?/, 'linear'],
    [/(?=a+b)c/, 'polynomial'],
    [/<!--[^]*?(?:-->|$)/g, 'linear'],
    [/<!--[^]*?-->/g, 'polynomial'],
    [/x{0,40}y{0,40}z/, 'linear', 40],
    [/\[\^[^\]\s]{1,200}\]/, 'linear', 200],
    [/^a+$/m, 'linear'],
    [/^\s+x/m, 'polynomial'],
    [/\p{L}+\d*x/iu, 'polynomial'],
    [/(?<!\p{L})\p{L}+\d*x/iu, 'linear'],
    [/\b[a-z]+:/g, 'linear'],
    [/([lm])\1$/, 'linear'],
    [/[a-z]+(?:['’][a-z]+)*/g, 'linear'],
    [/(?:a|a){9,}b/, 'exponential'],
    [/a.*b/g, 'polynomial'],
    [/^a.*b/, 'linear'],
    [/(?:ab|a)+c/, 'polynomial'],
    [/x\s*(?=\n)/g, 'linear'],
  ];
  for (const [expression, kind, perCharacter = 1] of rows) {
    it(`finds ${String(expression)} ${kind}`, () => {
      const found = growthOf(expression.source, expression.flags);
      assert.equal(found.kind, kind);
      if (kind === 'linear') assert.equal(found.perCharacter, perCharacter);
    });
  }

  it('refuses what it cannot judge', () => {
    assert.throws(() => growthOf('(?<=a+)b', ''), /lookbehind/);
  });
});

describe('the regular expressions of the extension', function () {
  // Half a minute, but many times that where the machine does more.
  this.timeout(600_000);

  it('take time in proportion to the text, each where it is written out', () => {
    const found = files.flatMap(({ file, text }) =>
      expressionsIn(text).literals.map(literal => ({ file, text, literal })),
    );
    assert.ok(found.length > 300, `${found.length} found`);
    assert.deepEqual(
      found.flatMap(({ file, text, literal }) => {
        const wrong = fault(literal);
        const line = text.slice(0, text.indexOf(`/${literal.source}/`)).split('\n').length;
        return wrong === undefined ? [] : [`${file}:${line} /${literal.source}/${literal.flags} ${wrong}`];
      }),
      [],
    );
  });

  it('do so, too, where they are made while it runs', async () => {
    const made = new Map<string, Literal[]>();
    Object.assign(globalThis, {
      madeExpression(file: string, at: number, source: string, flags = ''): RegExp {
        const place = `${file} new RegExp ${at + 1}`;
        made.set(place, [...(made.get(place) ?? []), { source, flags }]);
        return new RegExp(source, flags);
      },
    });
    mkdirSync('out/hostile', { recursive: true });
    await build({
      entryPoints: ['test/hostile/expressions/exercise.ts'],
      outfile: 'out/hostile/exercise.cjs',
      bundle: true,
      format: 'cjs',
      platform: 'node',
      target: 'es2022',
      loader: { '.txt': 'text' },
      plugins: [
        {
          name: 'recording',
          setup: ({ onLoad }) =>
            onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
              const { file, text } = files.find(each => resolve(each.file) === path)!;
              return { loader: 'ts', contents: recording(file, text) };
            }),
        },
      ],
    });
    createRequire(resolve('package.json'))('./out/hostile/exercise.cjs');
    const places = files.flatMap(({ file, text }) =>
      Array.from({ length: expressionsIn(text).made }, (_, at) => `${file} new RegExp ${at + 1}`),
    );
    assert.ok(places.length > 20);
    assert.deepEqual(
      places.filter(place => !made.has(place)),
      [],
      'exercise.ts reaches each place that makes one',
    );
    assert.deepEqual(
      [...made].flatMap(([place, expressions]) => {
        const distinct = [...new Map(expressions.map(each => [`${each.source}/${each.flags}`, each])).values()];
        return distinct
          .flatMap(each => {
            const wrong = fault(each);
            return wrong === undefined ? [] : [`${place} /${each.source}/${each.flags} ${wrong}`];
          })
          .slice(0, 3);
      }),
      [],
    );
  });
});
