import vscode = require('vscode');

/** Why a file is not read: it is gone or may not be read, is no regular file, is too large, or holds no text. */
export type Unread = 'gone' | 'noFile' | 'tooLarge' | 'noText';

/** A longer file is none that a person writes: a draft of 1 MB has some 500 pages. In bytes. */
const largest = 4 * 1024 * 1024;

/** What is the same in every encoding that a draft may have. */
function isPlainAscii(bytes: Uint8Array): boolean {
  return bytes.every(byte => byte > 0 && byte < 0x80);
}

/**
 * The text of a file, decoded as VS Code would on opening it (also UTF-16, with or without its mark).
 * @returns the text, or why there is none
 */
export async function readDraftText(uri: vscode.Uri): Promise<{ readonly text: string } | { readonly unread: Unread }> {
  const { fs } = vscode.workspace;
  try {
    const { type, size } = await fs.stat(uri);
    // A pipe or a device would never end.
    if ((type & vscode.FileType.File) === 0) return { unread: 'noFile' };
    if (size > largest) return { unread: 'tooLarge' };
    return await decoded(uri, await fs.readFile(uri));
  } catch {
    return { unread: 'gone' };
  }
}

/** The text of a file's bytes, as VS Code would decode them. */
export async function decoded(uri: vscode.Uri, bytes: Uint8Array): Promise<{ readonly text: string } | { readonly unread: Unread }> {
  if (bytes.length > largest) return { unread: 'tooLarge' };
  if (isPlainAscii(bytes)) return { text: new TextDecoder().decode(bytes) };
  // It refuses what holds no text.
  return vscode.workspace.decode(bytes, { uri }).then(text => ({ text }), () => ({ unread: 'noText' as const }));
}
