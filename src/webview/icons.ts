/** The signs of grades and uses: shapes of our own, told apart without their colour. The words stand beside them. */
import { drawing } from './dom';
import type { Grade, UseKind } from './reportMessages';

const shapes: Readonly<Record<Grade | 'good' | 'open', readonly string[]>> = {
  // A cross in a circle, a mark in a triangle, an i in a circle, a dot in a square, a tick, a ring of dashes.
  error: ['M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13z', 'M5.5 5.5l5 5m0-5l-5 5'],
  warning: ['M8 1.8L14.8 14H1.2z', 'M8 6v4m0 1.6v.9'],
  information: ['M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13z', 'M8 7v4.5M8 4.3v1'],
  hint: ['M3 3h10v10H3z', 'M8 7.4v1.2'],
  good: ['M2.5 8.5l3.5 3.5l7.5-8'],
  open: ['M3 8h2m2 0h2m2 0h2'],
};

export function sign(kind: Grade | 'good' | 'open'): SVGElement {
  return drawing(
    'svg',
    { class: `sign ${kind}`, viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    shapes[kind].map(d => drawing('path', { d })),
  );
}

const uses: Readonly<Record<UseKind, readonly string[]>> = {
  flagged: ['M8 1.8L14.8 14H1.2z', 'M8 6v4m0 1.6v.9'],
  ignored: shapes.open,
  remarked: shapes.information,
  quoted: ['M3 11c2-1 2.5-2.5 2.5-5.5H3V8h2.5M9.500 11c2-1 2.500-2.500 2.500-5.500H9.500V8H12'],
  cited: ['M2.500 8.500l3.500 3.500l7.500-8'],
  unused: [],
};

export function useSign(kind: UseKind): SVGElement {
  return drawing(
    'svg',
    { class: `sign use-${kind}`, viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    uses[kind].map(d => drawing('path', { d })),
  );
}
