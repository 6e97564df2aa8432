/** A file in a zip archive, as the archive's own list tells of it. */
export interface ZipEntry {
  readonly name: string;
  /** How it is packed: 0 for not at all, 8 for deflate. */
  readonly method: number;
  /** How long it claims to be when unpacked, in bytes. */
  readonly size: number;
  /** Where its packed bytes stand in the archive. */
  readonly data: { readonly from: number; readonly to: number };
}

const endLength = 22;
const longestComment = 65_535;

/**
 * The files that a zip archive lists, without unpacking any. Undefined for an archive that is broken, or larger than
 * the plain format allows (ZIP64). Source: PKWARE's APPNOTE.TXT, 4.3.
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (start + view.getUint32(end + 12, true) !== end) return undefined;
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const header = view.getUint32(at + 42, true);
    if (header + 30 > start || view.getUint32(header, true) !== 0x04034b50) return undefined;
    const from = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
    const to = from + view.getUint32(at + 20, true);
    if (to > start) return undefined;
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      size: view.getUint32(at + 24, true),
      data: { from, to },
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return at === end ? entries : undefined;
}

/** Where the record begins that an archive ends with; a comment may follow it. */
function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - endLength;
  for (let at = last; at >= 0 && at >= last - longestComment; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return undefined;
}
