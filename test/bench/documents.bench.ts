/**
 * Real Markdown documents that cite none of our documents: those of the packages in node_modules and of Node's own npm,
 * and of the folders named in IDM_FINDINGS_DOCUMENTS (parted as in PATH). The check must be silent in all of them, but
 * for notes that lack their definition or their mark, which are read one by one; the documents stay where they are.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { check, prepare } from '../../src/domain/check/check';
import { library } from '../../src/domain/corpus/bundled';
import { markdownIn } from '../markdownFiles';

interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
  readonly gates: readonly { readonly what: string; readonly measured: number; readonly limit: number }[];
}

export function bench(): Table[] {
  const npm = join(dirname(dirname(process.execPath)), 'lib', 'node_modules', 'npm');
  const folders = [
    'node_modules',
    npm,
    ...(process.env['IDM_FINDINGS_DOCUMENTS'] ?? '').split(delimiter).filter(Boolean),
  ];
  const tools = prepare(library);
  const seen = new Set<string>();
  const told: string[] = [];
  let length = 0;
  for (const file of folders.flatMap(markdownIn)) {
    const text = readFileSync(file, 'utf8');
    const hash = createHash('sha256').update(text).digest('hex');
    if (seen.has(hash)) continue;
    seen.add(hash);
    length += text.length;
    for (const { code, start, end } of check(text, tools))
      told.push(`${code} in ${file}: ‹${text.slice(start, end).slice(0, 80).replace(/\s+/gu, ' ')}›`);
  }
  return [
    {
      title: 'Documents that cite nothing of ours',
      columns: ['documents', 'characters', 'problems'],
      rows: [[String(seen.size), String(length), String(told.length)]],
      notes: told.slice(0, 20),
      gates: [
        {
          what: 'problems told, notes without a definition or a mark not counted',
          measured: told.filter(each => !each.startsWith('note-un')).length,
          limit: 0,
        },
        { what: 'documents short of 400', measured: Math.max(0, 400 - seen.size), limit: 0 },
      ],
    },
  ];
}
