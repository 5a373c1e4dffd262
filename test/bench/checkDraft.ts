/**
 * A long draft with many citations and quotations, to measure checking: seeded, so that every run measures the same.
 */
import { library } from '../../src/domain/corpus/bundled';

/** About `size` characters of paragraphs with `count` citations, every second with a quotation, some of them wrong. */
export function longDraft(size: number, count: number): string {
  const paragraphs: string[] = ['# A long draft\n'];
  const filler =
    'The delegation set out its position at some length and returned to it in the afternoon, when the room had filled and the interpreters were back. ';
  const each = Math.max(1, Math.floor((size - count * 400) / count / filler.length));
  for (let index = 0; index < count; index++) {
    const finding = library.findings[(index * 7) % library.findings.length]!;
    const words = finding.sentences[index % finding.sentences.length]!.text.split(' ').slice(0, 28);
    if (index % 10 === 3) words.splice(4, 1);
    const quote =
      index % 2 === 0
        ? ` It was recorded that “${words.join(' ')}”.[^${finding.id}]`
        : ` Participants noted that ${words.join(' ').toLowerCase()}.[^${finding.id}]`;
    paragraphs.push(`${filler.repeat(each).trim()}${quote}\n`);
  }
  for (const finding of library.findings) paragraphs.push(`[^${finding.id}]: A note on ${finding.label}.\n`);
  while (paragraphs.reduce((sum, paragraph) => sum + paragraph.length + 1, 0) < size)
    paragraphs.splice(1, 0, ...Array.from({ length: 20 }, () => `${filler.repeat(4)}\n`));
  return paragraphs.join('\n');
}
