// Tables of two versions as one: rows are inserted, deleted or compared cell by cell.
import { paired, type Comparison } from './comparison';
import type { Status } from './paragraph';
import { child, element, elements, type XmlElement } from './xml';
import { certain } from '../certain';

/** How what is in a cell is merged, and marked as a whole. */
type Merge = (old: readonly XmlElement[], made: readonly XmlElement[], comparison: Comparison) => XmlElement[];
type Whole = (blocks: readonly XmlElement[], status: Status, comparison: Comparison) => XmlElement[];

/** Two tables with the same columns. */
export function mergedTable(
  old: XmlElement,
  made: XmlElement,
  comparison: Comparison,
  merge: Merge,
  whole: Whole,
): XmlElement {
  const [before, after] = [elements(old, 'w:tr'), elements(made, 'w:tr')];
  const rows = paired(before, after, comparison).map(step => {
    const [was, is] = [
      step.old === undefined ? undefined : before[step.old],
      step.made === undefined ? undefined : after[step.made],
    ];
    return was && is
      ? mergedRow(was, is, comparison, merge)
      : wholeRow(certain(was ?? is), was ? 'deleted' : 'inserted', comparison, whole);
  });
  return { ...made, children: [...elements(made).filter(({ name }) => name !== 'w:tr'), ...rows] };
}

/** A table of one document only: all its rows are. */
export function wholeTable(table: XmlElement, status: Status, comparison: Comparison, whole: Whole): XmlElement {
  return {
    ...table,
    children: elements(table).map(each => (each.name === 'w:tr' ? wholeRow(each, status, comparison, whole) : each)),
  };
}

function mergedRow(old: XmlElement, made: XmlElement, comparison: Comparison, merge: Merge): XmlElement {
  const cells = elements(old, 'w:tc');
  let at = 0;
  return {
    ...made,
    children: elements(made).map(each => {
      if (each.name !== 'w:tc') return each;
      const blocks = (cell: XmlElement | undefined): XmlElement[] =>
        elements(cell).filter(({ name }) => name !== 'w:tcPr');
      return {
        ...each,
        children: [...elements(each, 'w:tcPr'), ...merge(blocks(cells[at++]), blocks(each), comparison)],
      };
    }),
  };
}

function wholeRow(row: XmlElement, status: Status, comparison: Comparison, whole: Whole): XmlElement {
  const mark = comparison.marks.element(status === 'deleted' ? 'w:del' : 'w:ins');
  return {
    ...row,
    children: [
      element('w:trPr', {}, [...elements(child(row, 'w:trPr')), mark]),
      ...elements(row)
        .filter(({ name }) => name !== 'w:trPr')
        .map(each =>
          each.name !== 'w:tc'
            ? each
            : {
                ...each,
                children: [
                  ...elements(each, 'w:tcPr'),
                  ...whole(
                    elements(each).filter(({ name }) => name !== 'w:tcPr'),
                    status,
                    comparison,
                  ),
                ],
              },
        ),
    ],
  };
}
