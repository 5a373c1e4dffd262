// The parts of a DOCX file: read from its ZIP, and written as one. Text where a part is XML, bytes where it is not.
import type { DocxParts } from '../../domain/handover/docx';

/** The little of Node's `zlib` that is used: src/ has no Node types, since it also runs in web workers. */
interface Zlib {
  inflateRawSync(bytes: Uint8Array, options?: { readonly maxOutputLength: number }): Uint8Array;
  deflateRawSync(bytes: Uint8Array): Uint8Array;
}

const local = 0x04034b50;
const central = 0x02014b50;
const end = 0x06054b50;
/** More parts has no Word document: each could point to the same packed bytes, to be unpacked again. */
const mostParts = 5_000;
/** Names are UTF-8. */
const utf8 = 0x0800;
/** 1 January 1980, so that the same parts make the same file. */
const oldest = 0x0021;

/**
 * The parts of a DOCX file by their names, in the file's order.
 * @param most how many bytes the parts may have together; a part is unpacked only as far
 * @throws when the bytes are no ZIP that we can read, or hold more, or too many parts
 */
export function readDocx(bytes: Uint8Array, most = Number.MAX_SAFE_INTEGER): DocxParts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder();
  const parts = new Map<string, string | Uint8Array>();
  let at = view.getUint32(endOf(view) + 16, true);
  let left = most;
  for (let read = 0; view.getUint32(at, true) === central; read += 1) {
    if (read === mostParts) throw new RangeError('It holds too many parts');
    const [method, size, nameLength] = [
      view.getUint16(at + 10, true),
      view.getUint32(at + 20, true),
      view.getUint16(at + 28, true),
    ];
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const header = view.getUint32(at + 42, true);
    const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
    const data = bytes.subarray(start, start + size);
    if (method !== 0 && method !== 8) throw new Error(`${name} is compressed in a way that is not known`);
    const whole =
      method === 0 ? data : zlib().inflateRawSync(data, { maxOutputLength: Math.min(Math.max(1, left), 0x7fffffff) });
    left -= whole.length;
    if (left < 0) throw new RangeError('It holds too much');
    parts.set(name, isXml(name) ? decoder.decode(whole) : whole);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

/** A DOCX file of parts. The same parts make the same bytes. */
export function writeDocx(parts: DocxParts): Uint8Array {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, part] of parts) {
    const label = encoder.encode(name);
    const whole = typeof part === 'string' ? encoder.encode(part) : part;
    const packed = zlib().deflateRawSync(whole);
    const method = packed.length < whole.length ? 8 : 0;
    const data = method === 8 ? packed : whole;
    const facts = [20, utf8, method, 0, oldest];
    const sizes = [crc32(whole), data.length, whole.length];
    pieces.push(record([[local, 4], ...facts.map(two), ...sizes.map(four), two(label.length), two(0)], label), data);
    directory.push(
      record(
        [
          [central, 4],
          two(20),
          ...facts.map(two),
          ...sizes.map(four),
          two(label.length),
          two(0),
          two(0),
          two(0),
          two(0),
          four(0),
          four(offset),
        ],
        label,
      ),
    );
    offset += 30 + label.length + data.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const last = record(
    [[end, 4], two(0), two(0), two(parts.size), two(parts.size), four(size), four(offset), two(0)],
    new Uint8Array(),
  );
  return joined([...pieces, ...directory, last]);
}

function isXml(name: string): boolean {
  return /\.(?:xml|rels)$/iu.test(name);
}

type Field = readonly [value: number, bytes: 2 | 4];
const two = (value: number): Field => [value, 2];
const four = (value: number): Field => [value, 4];

/** Numbers one after the other, the least byte first, and a name. */
function record(fields: readonly Field[], name: Uint8Array): Uint8Array {
  const length = fields.reduce((sum, [, bytes]) => sum + bytes, 0);
  const result = new Uint8Array(length + name.length);
  const view = new DataView(result.buffer);
  let at = 0;
  for (const [value, bytes] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  result.set(name, length);
  return result;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    result.set(piece, at);
    at += piece.length;
  }
  return result;
}

/** Where the record is that ends a ZIP: before a comment of at most 65,535 bytes. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === end) return at;
  }
  throw new Error('Not a ZIP file');
}

let table: Uint32Array | undefined;

function crc32(bytes: Uint8Array): number {
  table ??= Uint32Array.from({ length: 256 }, (_, byte) => {
    let sum = byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ ((sum & 1) === 0 ? 0 : 0xedb88320);
    return sum;
  });
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ (table[(sum ^ byte) & 0xff] ?? 0);
  return (sum ^ 0xffffffff) >>> 0;
}

/** Only called where programs run: there is Node then. */
function zlib(): Zlib {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
  return process?.getBuiltinModule?.('node:zlib') as Zlib;
}
