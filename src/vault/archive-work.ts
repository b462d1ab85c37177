import { type Absorbed, absorb } from "../ledger/absorb";
import type { Connection } from "../ledger/connection";
import { gather } from "../ledger/gather";
import type { NoteRow } from "../ledger/notes";
import { type Survey, survey } from "../ledger/survey";
import { type Bytes, blobBytes } from "./bytes";
import { VaultError } from "./errors";
import { Keyring } from "./keyring";
import { type ReadArchive, readArchive } from "./read-archive";
import { writeArchive } from "./write-archive";

/** Export and import as a view asks for them. All reject with {@link VaultError}; then nothing that is stored was touched. */

/** With an empty passphrase the file can be read by anyone. `onBytes` hears how many are made so far. */
export async function exportArchive(
  connection: Connection,
  passphrase: string,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Blob> {
  const { db } = await connection.open();
  const ring = passphrase === "" ? null : await Keyring.of(passphrase);
  const head = { schema: db.version, madeAt: Date.now(), device: null };
  const parts: Bytes[] = [];
  let made = 0;
  for await (const bytes of writeArchive(gather(db), head, ring)) {
    if (signal.aborted) throw new VaultError("cancelled", "cancelled");
    parts.push(bytes);
    made += bytes.length;
    onBytes(made);
  }
  return new Blob(parts, { type: "application/octet-stream" });
}

export interface Checked extends ReadArchive {
  readonly survey: Survey;
}

/** Reads all of a file, and says what it would add. */
export async function checkArchive(
  connection: Connection,
  file: Blob,
  ring: Keyring | null,
  options: {
    readonly accepts: (note: NoteRow) => boolean;
    readonly onPart: (part: number) => void;
    readonly signal: AbortSignal;
  },
): Promise<Checked> {
  const db = await connection.writable();
  let read = 0;
  const source = blobBytes(file, (bytes) => {
    read += bytes;
    options.onPart(read / file.size);
  });
  const archive = await readArchive(source, { schema: db.version, ring, ...options }).catch((error: unknown) => {
    throw options.signal.aborted ? new VaultError("cancelled", "cancelled") : error;
  });
  return { ...archive, survey: await survey(db, archive.bundle) };
}

export async function importArchive(
  connection: Connection,
  { bundle }: Checked,
  mode: "merge" | "replace",
  onPart: (part: number) => void,
  signal: AbortSignal,
): Promise<Absorbed> {
  const db = await connection.writable();
  return absorb(db, bundle, { mode, onProgress: onPart, signal }).catch((error: unknown) => {
    throw signal.aborted ? new VaultError("cancelled", "cancelled") : error;
  });
}
