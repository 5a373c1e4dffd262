// The texts of the code that a user sees, read from the sources: every `l10n.t(…)` and every `plural(…)`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import { transformSync } from 'esbuild';

/** The grammatical numbers that languages have, as `Intl.PluralRules` names them. Arabic has all six. */
export const categories = ['zero', 'one', 'two', 'few', 'many', 'other'];

/**
 * What tells a translator of a text for one grammatical number. It is part of the text's key: src/editor/pluralForms.ts
 * looks for exactly this.
 */
export const pluralComment = category => `Plural form “${category}”; {0} is the number.`;

/**
 * @typedef {object} Text
 * @property {string} file
 * @property {string} place the function that has it
 * @property {string[]} messages the text; of a plural, those for one and for other numbers
 * @property {string[]} comments what tells it from another text of the same words
 * @property {string} [note] what a translator is told, from l10n/notes.json
 * @property {string[]} args what is put in for {0}, {1} …, in the words of the code
 * @property {boolean} plural
 * @property {boolean} glued whether the code puts it together with other words
 */

const isNode = value => typeof value === 'object' && value !== null && typeof value.type === 'string';

/** What a text is, where it is written out; nothing where it is made while the code runs. */
function words(node) {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  return node?.type === 'TemplateLiteral' && node.expressions.length === 0 ? node.quasis[0].value.cooked : undefined;
}

function property(object, name) {
  return object.properties.find(each => each.key?.name === name)?.value;
}

function list(node) {
  if (!node) return [];
  return (node.type === 'ArrayExpression' ? node.elements : [node]).map(words);
}

/** The name of the call's function: `l10n.t` however `l10n` is reached, or a plain name. */
function calledName({ callee }) {
  if (callee.type === 'Identifier') return callee.name;
  const object = callee.object?.name ?? callee.object?.property?.name;
  return callee.type === 'MemberExpression' && object === 'l10n' ? `l10n.${callee.property.name}` : undefined;
}

/** The text that a call shows, or nothing when it is no such call. */
function textOf(call, code) {
  const name = calledName(call);
  const source = nodes =>
    nodes.map(({ start, end }) =>
      code.slice(start, end).replace(/\s+/g, ' ').replaceAll('( ', '(').replaceAll(' )', ')'),
    );
  if (name === 'plural') {
    const [count, forms, ...rest] = call.arguments;
    if (forms?.type !== 'ObjectExpression') return { messages: [undefined], comments: [], args: [], plural: true };
    return {
      messages: ['one', 'other'].map(form => words(property(forms, form))),
      comments: [],
      args: source([count, ...rest]),
      plural: true,
    };
  }
  if (name !== 'l10n.t') return undefined;
  const [first, ...rest] = call.arguments;
  if (first?.type !== 'ObjectExpression')
    return { messages: [words(first)], comments: [], args: source(rest), plural: false };
  const args = property(first, 'args');
  return {
    messages: [words(property(first, 'message'))],
    comments: list(property(first, 'comment')),
    args: source(args?.elements ?? []),
    plural: false,
  };
}

/** What passes a text on as it is. */
const passing = new Set(['ConditionalExpression', 'LogicalExpression', 'ParenthesizedExpression', 'AwaitExpression']);

/** Whether the code puts what a call gives together with other words. */
function isGlued(parents) {
  const holder = parents.findLast(({ type }) => !passing.has(type));
  return holder?.type === 'TemplateLiteral' || (holder?.type === 'BinaryExpression' && holder.operator === '+');
}

function functionName(parents) {
  const names = parents.map(node => {
    if (node.type === 'FunctionDeclaration' || node.type === 'MethodDefinition') return node.id?.name ?? node.key?.name;
    return node.type === 'VariableDeclarator' && /Function/.test(node.init?.type ?? '') ? node.id.name : undefined;
  });
  return names.findLast(name => name !== undefined) ?? '';
}

/**
 * The texts of one TypeScript file, in their order.
 * @param {string} file
 * @param {string} typescript
 * @returns {Text[]}
 */
export function textsIn(file, typescript) {
  if (!/\bl10n\b|\bplural\(/.test(typescript)) return [];
  const { code } = transformSync(typescript, { loader: 'ts', target: 'es2022', charset: 'utf8' });
  const found = [];
  const visit = (value, parents) => {
    if (Array.isArray(value)) value.forEach(each => visit(each, parents));
    if (!isNode(value)) return;
    const text = value.type === 'CallExpression' ? textOf(value, code) : undefined;
    if (text) found.push({ file, place: functionName(parents), ...text, glued: isGlued(parents) });
    const inner = [...parents, value];
    Object.values(value).forEach(each => visit(each, inner));
  };
  visit(parse(code, { ecmaVersion: 2024, sourceType: 'module' }), []);
  return found;
}

/**
 * All texts of the code, file by file.
 * @param {string} root the project's folder
 */
export function codeTexts(root) {
  const notes = JSON.parse(readFileSync(join(root, 'l10n', 'notes.json'), 'utf8'));
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    name => name.endsWith('.ts') && !name.endsWith('.d.ts'),
  );
  // The module that asks for the forms of a plural has none of its own.
  return files
    .map(name => `src/${name.replaceAll('\\', '/')}`)
    .filter(file => file !== 'src/editor/plural.ts')
    .sort()
    .flatMap(file => textsIn(file, readFileSync(join(root, file), 'utf8')))
    .map(text => ({ ...text, note: notes[text.messages.at(-1)] }));
}

/**
 * What a text shows under which key: VS Code's keys are the text and, after a slash, the comments it is asked for with.
 * A note is none of them, so that a better note leaves translations valid.
 * @param {Text} text
 */
function entries({ messages, comments, note, plural }) {
  const entry = (message, own) => {
    const comment = [...own, ...(note === undefined ? [] : [note])];
    return [
      own.length === 0 ? message : `${message}/${own.join('')}`,
      comment.length === 0 ? message : { message, comment },
    ];
  };
  if (!plural) return [entry(messages[0], comments)];
  return categories.map(category => entry(category === 'one' ? messages[0] : messages[1], [pluralComment(category)]));
}

/**
 * The file that translations are made of, as VS Code's l10n tools write it.
 * @param {Text[]} texts
 */
export function bundle(texts) {
  const byKey = Object.fromEntries(
    texts.flatMap(entries).sort(([one], [other]) => (one < other ? -1 : Number(one > other))),
  );
  return `${JSON.stringify(byKey, undefined, 2)}\n`;
}
