import { type Limits, TableError } from "./table-error";

/** A part of an archive as its directory announces it, in bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const COMMENT_MAX = 65_535;

/** Reads the directory at the end of a zip file (PKWARE APPNOTE 4.3) and unpacks nothing. */
export function zipDirectory(file: Uint8Array, limits: Limits): readonly ZipEntry[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  let end = file.length - END_SIZE;
  while (end >= 0 && view.getUint32(end, true) !== END) {
    end -= 1;
    if (end < file.length - END_SIZE - COMMENT_MAX) break;
  }
  if (end < 0 || view.getUint32(end, true) !== END) throw new TableError("not_a_table");
  const count = view.getUint16(end + 10, true);
  if (count > limits.parts) throw new TableError("too_large", null, limits.parts);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let n = 0; n < count; n += 1) {
    if (at + ENTRY_SIZE > file.length || view.getUint32(at, true) !== ENTRY) throw new TableError("not_a_table");
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    entries.push({
      name: new TextDecoder().decode(file.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + name)),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
    });
    at += ENTRY_SIZE + name + extra + comment;
  }
  return entries;
}

/** Refuses what would not fit when unpacked. Sizes of 4 GiB and more are announced as just that (zip64). */
export function checkUnpacked(entries: readonly ZipEntry[], limits: Limits): void {
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total > limits.unpacked) throw new TableError("too_large", null, limits.unpacked);
}
