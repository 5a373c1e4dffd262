/** The regular expressions of the sources: those written out, and the places that make one while the extension runs. */
import { parse, type Node } from 'acorn';
import { transformSync } from 'esbuild';

export interface Literal {
  readonly source: string;
  readonly flags: string;
}

interface Expressions {
  readonly literals: readonly Literal[];
  /** How many `new RegExp(…)` there are. */
  readonly made: number;
}

/** The expressions in the text of a TypeScript file. */
export function expressionsIn(text: string): Expressions {
  const { code } = transformSync(text, { loader: 'ts', target: 'es2022' });
  const literals: Literal[] = [];
  let made = 0;
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isNode(value)) {
      if (isLiteral(value)) literals.push({ source: value.regex.pattern, flags: value.regex.flags });
      else {
        if (isCallOfRegExp(value)) made++;
        Object.values(value).forEach(visit);
      }
    }
  };
  visit(parse(code, { ecmaVersion: 2024, sourceType: 'module' }));
  return { literals, made };
}

/**
 * The text of a file in which each `new RegExp(…)` tells `globalThis.madeExpression` first what it makes, and where.
 */
export function recording(file: string, text: string): string {
  let at = 0;
  return text.replace(/new RegExp\(/g, () => `globalThis.madeExpression(${JSON.stringify(file)}, ${at++}, `);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function isLiteral(
  node: Node,
): node is Node & { readonly regex: { readonly pattern: string; readonly flags: string } } {
  return node.type === 'Literal' && 'regex' in node && node.regex !== undefined;
}

function isCallOfRegExp(node: Node): boolean {
  return (
    (node.type === 'NewExpression' || node.type === 'CallExpression') &&
    'callee' in node &&
    (node.callee as { name?: string }).name === 'RegExp'
  );
}
