// The links of Markdown files: which lead nowhere, and the README as it can be read in a package.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const link = /(!?)\[((?:[^[\]]|\[[^[\]]*\])*)\]\(([^()\s]+)\)/g;
const definition = /^ {0,3}\[[^^\]][^\]]*\]:[ \t]+(\S+)[ \t]*$/gm;
const image = /<img[^>]*\ssrc="([^"]+)"/g;

/** The words without code, in which nothing is a link. */
const withoutCode = text =>
  text.replace(/^ {0,3}(```+|~~~+)[^]*?^ {0,3}\1`*~*[ \t]*$/gm, '').replace(/(`+)(?!`)[^]*?[^`]\1(?!`)/g, '');

/** Whether a link leads out of the files, or is no address of a file: those are not followed. */
const leadsOut = target => /^[a-z][a-z0-9+.-]*:/i.test(target);

/** The names by which a Markdown file's headings are linked to. */
function anchorsIn(text) {
  const seen = new Map();
  return new Set(
    [...withoutCode(text).matchAll(/^#{1,6}[ \t]+(.+?)[ \t]*#*$/gm)].map(([, heading]) => {
      const slug = heading
        .replace(link, '$2')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/\s/g, '-');
      const count = seen.get(slug) ?? 0;
      seen.set(slug, count + 1);
      return count === 0 ? slug : `${slug}-${count}`;
    }),
  );
}

/**
 * The links of Markdown files that lead to no file of a folder, or to no heading of one.
 * @param {string} folder
 * @param {readonly string[]} files Markdown files, named from the folder
 * @returns {string[]} each as "file: link"
 */
export function deadLinks(folder, files) {
  return files.flatMap(file => {
    const text = readFileSync(join(folder, file), 'utf8');
    const words = withoutCode(text);
    const targets = [
      ...[...words.matchAll(link)].map(match => match[3]),
      ...[...words.matchAll(definition), ...words.matchAll(image)].map(match => match[1]),
    ];
    return targets
      .filter(target => {
        if (leadsOut(target)) return false;
        const [path, anchor] = target.split('#');
        const found = path === '' ? join(folder, file) : join(folder, dirname(file), decodeURI(path));
        if (relative(folder, found).startsWith('..') || !existsSync(found)) return true;
        return (
          anchor !== undefined &&
          anchor !== '' &&
          !(statSync(found).isFile() && anchorsIn(readFileSync(found, 'utf8')).has(anchor))
        );
      })
      .map(target => `${file}: ${target}`);
  });
}

/**
 * The README as VS Code and a marketplace show it from a package, where it has no files beside it: its pictures in it,
 * and of links to files the words.
 * @param {string} text
 * @param {string} folder where its links lead from
 */
export function packagedReadme(text, folder) {
  return text.replace(link, (whole, mark, words, target) => {
    if (leadsOut(target) || target.startsWith('#')) return whole;
    if (mark === '') return words;
    return `![${words}](data:image/png;base64,${readFileSync(join(folder, target)).toString('base64')})`;
  });
}
