/** Text that is not ours (of drafts, settings, file names, other programs) as VS Code shows it: just that text. */

/** Control characters would end a line or hide words; those that turn the direction of writing would disguise them. */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const turning = /[\u202A-\u202E\u2066-\u2069]/gu;

/** The words alone: control characters are blanks, and nothing turns the direction of writing. */
export function plain(text: string): string {
  return text.replace(unprintable, ' ').replace(turning, '');
}

/**
 * A message without links: VS Code's notifications, also those of a command that failed, make
 * `[words](address)` a link, and a command of `command:…`. A blank between the brackets ends that, and stays readable.
 */
export function unlinked(message: string): string {
  return plain(message).replace(/\]\(/gu, '] (');
}

/**
 * A label without icons: lists make an icon of `$(name)`, unless a backslash stands before it, which they do not show.
 */
export function iconless(label: string): string {
  return label.replace(/\$\((?=[A-Za-z0-9-]+(?:~[A-Za-z]+)?\))/gu, '\\$&');
}
