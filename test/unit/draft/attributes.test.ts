/**
 * What is in braces and no prose: attributes, shortcodes, template tags, JSON front matter. Nothing is checked or
 * offered in it.
 */
import { strict as assert } from 'node:assert';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';

/** The zone at the `|` of a text. */
function zone(marked: string): string {
  const at = marked.indexOf('|');
  return Draft.of(marked.slice(0, at) + marked.slice(at + 1), library).zoneAt(at);
}

describe('attributes and template tags', () => {
  const no: readonly string[] = [
    '![Map](map.png){fig-alt="States @cli|mate"} and so on.',
    '![Map](map.png){fig-alt="States @cli|',
    'See [a span]{.mark title="@cli|mate"}.',
    'See `code`{.r title="@cli|mate"}.',
    '::: {.callout-note title="@cli|mate"}\nWords.\n:::',
    '::: {.callout-note title="@cli|',
    '## Heading {#sec title="@cli|mate"}\n\nWords.',
    '{% include fig.html text="@cli|mate" %}',
    '{% include fig.html text="@cli|',
    'Words {{< fig caption="@cli|mate" >}} words.',
    '{{< fig caption="@cli|\nWords.',
    '{{% notice title="@cli|mate" %}}',
    'Dear {{ name @cli|mate }}',
    '{: .lead title="@cli|mate" }',
    '{\n  "title": "@cli|mate"\n}\n\nWords.',
  ];
  for (const marked of no)
    it(`are no prose: ${marked}`, () => assert.match(zone(marked), /^(?:attributes|frontMatter)$/u));

  const yes: readonly string[] = [
    'A set {a, b, @cli|mate} of words.',
    'He said {title="x"} @cli|mate.',
    '![Map](map.png){fig-alt="States"} @cli|mate',
    '{{< fig >}} @cli|mate {{< /fig >}}',
    '{% if draft %} @cli|mate',
    '{% include fig.html text="x\n@cli|mate',
    'Braces {{ that nothing closes @cli|mate',
    '{\nA brace and then words, @cli|mate',
    '## Heading {#sec} of @cli|mate',
  ];
  for (const marked of yes)
    it(`end before prose: ${marked}`, () => assert.match(zone(marked), /^(?:prose|citationKey)$/u));
});
