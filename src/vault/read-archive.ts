import * as z from "zod/mini";
import type { NoteRow } from "../ledger/notes";
import { type Bundle, emptyBundle } from "../ledger/portable";
import {
  type Cover,
  coverSchema,
  FORMAT_VERSION,
  type Head,
  headSchema,
  manifestSchema,
  type Part,
  partSchema,
  sha256,
} from "./archive-lines";
import { type ByteSource, Cutter } from "./bytes";
import { checkBundle, checkRow } from "./check-rows";
import { VaultError } from "./errors";
import { gunzip } from "./gzip";
import type { Keyring } from "./keyring";
import { openFileKey, unsealed } from "./seal";

const LINE_MAX = 1_048_576;
const PART_MAX = 268_435_456;
/** Unpacked: ten years of a busy shop are a tenth of it. What is small packed and endless unpacked stops here. */
const WHOLE_MAX = 2_147_483_648;

export interface ReadOptions {
  /** Schema of this code: rows of a newer one are not understood. */
  readonly schema: number;
  /** Null where no passphrase is given. */
  readonly ring: Keyring | null;
  /** Whether a note is one that this version's views can show; the others are left out. */
  readonly accepts?: (note: NoteRow) => boolean;
  readonly signal?: AbortSignal;
}

export interface ReadArchive {
  readonly head: Head;
  readonly bundle: Bundle;
  /** Notes that `accepts` refused. */
  readonly refused: number;
}

/** Whether the file asks for a passphrase. Throws {@link VaultError}, as everything here. */
export async function readCover(source: ByteSource): Promise<{ cover: Cover; line: string; rest: Cutter }> {
  const rest = new Cutter(source);
  const line = await rest.line(LINE_MAX).catch(() => "");
  const found = z.safeParse(z.looseObject({ format: z.string(), version: z.number() }), parse(line));
  if (!found.success || found.data.format !== "channels-companion-archive") {
    throw new VaultError("not_an_archive", "the file is no archive of this extension");
  }
  if (found.data.version > FORMAT_VERSION) throw new VaultError("newer", "made by a newer version");
  const cover = z.safeParse(coverSchema, parse(line));
  if (!cover.success) throw new VaultError("damaged", "the first line is not what was written");
  return { cover: cover.data, line, rest };
}

/** Reads and checks all of an archive; nothing of it is used unless all of it is right. */
export async function readArchive(source: ByteSource, options: ReadOptions): Promise<ReadArchive> {
  const { cover, line, rest } = await readCover(source);
  if (cover.seal !== null && options.ring === null) {
    throw new VaultError("passphrase_needed", "the file is sealed with a passphrase");
  }
  const file = cover.seal && options.ring && (await openFileKey(cover.seal, options.ring));
  const text = new Cutter(gunzip(file ? unsealed(rest, file, line) : rest.rest()));

  const head = await headOf(text, options.schema);
  const bundle = emptyBundle();
  const seen: Part[] = [];
  let left = WHOLE_MAX;
  for (;;) {
    options.signal?.throwIfAborted();
    const next = parse(await text.line(LINE_MAX));
    const part = z.safeParse(partSchema, next);
    if (!part.success) {
      const manifest = z.safeParse(manifestSchema, next);
      const isWhole = manifest.success && JSON.stringify(manifest.data.manifest) === JSON.stringify(seen);
      if (!isWhole) throw new VaultError("damaged", "the parts are not those of the manifest");
      if (!(await text.isDone())) throw new VaultError("damaged", "something follows the manifest");
      break;
    }
    left -= part.data.bytes;
    if (part.data.bytes > PART_MAX || left < 0) throw new VaultError("too_large", "more than can be taken at once");
    const kind = bundle[part.data.part] as unknown[];
    for (const row of await rowsOf(text, part.data)) kind.push(row);
    seen.push(part.data);
  }
  checkBundle(bundle);
  const notes = bundle.notes.filter((note) => options.accepts?.(note) ?? true);
  return { head, bundle: { ...bundle, notes }, refused: bundle.notes.length - notes.length };
}

async function headOf(text: Cutter, schema: number): Promise<Head> {
  const head = z.safeParse(headSchema, parse(await text.line(LINE_MAX)));
  if (!head.success) throw new VaultError("damaged", "the head is not what was written");
  if (head.data.schema > schema) throw new VaultError("newer", "its rows are of a newer version");
  return head.data;
}

async function rowsOf(text: Cutter, part: Part): Promise<readonly unknown[]> {
  const bytes = await text.exactly(part.bytes);
  if ((await sha256(bytes)) !== part.sha256) throw new VaultError("damaged", `a part of ${part.part} was changed`);
  const lines = new TextDecoder().decode(bytes).split("\n");
  lines.pop();
  if (lines.length !== part.rows)
    throw new VaultError("damaged", `a part of ${part.part} has rows too many or too few`);
  return lines.map((line) => checkRow(part.part, parse(line)));
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
