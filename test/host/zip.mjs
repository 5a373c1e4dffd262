// ZIP archives (which a VSIX is): what is in one, by its central directory, and making one smaller.
import { readFileSync, writeFileSync } from 'node:fs';
import { crc32, inflateRawSync } from 'node:zlib';

/**
 * @param {string} file
 * @returns {{ name: string, packed: number, size: number }[]}
 */
export function zipEntries(file) {
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error(`${file} is no ZIP archive.`);
  const entries = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error(`${file}: its directory is damaged.`);
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * Packs each file in a ZIP archive as small as deflating can, which takes a second or two.
 * @param {string} file
 * @param {(bytes: Buffer) => Promise<Uint8Array>} deflate
 * @param {(name: string, content: Buffer) => Buffer} rewrite a file's contents as they shall be: the same, for most
 */
export async function tightenZip(file, deflate, rewrite) {
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const files = [];
  const directory = [];
  let at = bytes.readUInt32LE(end + 16);
  let length = 0;
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const next = at + 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    const entry = Buffer.from(bytes.subarray(at, next));
    const local = entry.readUInt32LE(42);
    const dataAt = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(dataAt, dataAt + entry.readUInt32LE(20));
    const name = entry.subarray(46, 46 + entry.readUInt16LE(28));
    const content = rewrite(name.toString('utf8'), entry.readUInt16LE(10) === 8 ? inflateRawSync(packed) : packed);
    const data = await deflate(content);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc32(content), 16);
    entry.writeUInt32LE(content.length, 24);
    // Sizes stand in the header now, so none follow the data (bit 3).
    entry.writeUInt16LE(entry.readUInt16LE(8) & ~8, 8);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt32LE(length, 42);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    entry.copy(header, 4, 6, 30);
    header.writeUInt16LE(0, 28);
    files.push(header, name, data);
    directory.push(entry);
    length += header.length + name.length + data.length;
    at = next;
  }
  const closing = Buffer.from(bytes.subarray(end));
  closing.writeUInt32LE(directory.reduce((sum, entry) => sum + entry.length, 0), 12);
  closing.writeUInt32LE(length, 16);
  writeFileSync(file, Buffer.concat([...files, ...directory, closing]));
}
