import * as z from "zod/mini";
import type { PortableKind } from "../ledger/portable";
import { PORTABLE_KINDS } from "../ledger/portable";
import { type Seal, sealSchema } from "./seal";

/**
 * The file. Its first line says what it is and how it is sealed; the rest is one gzip stream, sealed or plain. In it: a
 * head line; then for each part a line that announces it and the part's rows, one JSON object a line; then the manifest, the
 * last line. Kinds may come in several parts, so that none has to be held whole to be checked.
 */
export const FORMAT = "channels-companion-archive";
export const FORMAT_VERSION = 1;

/** The line that everyone can read. */
export interface Cover {
  readonly format: typeof FORMAT;
  readonly version: number;
  readonly seal: Seal | null;
}
export const coverSchema: z.ZodMiniType<Cover> = z.strictObject({
  format: z.literal(FORMAT),
  version: z.int().check(z.gte(1)),
  seal: z.nullable(sealSchema),
});

export interface Head {
  /** Version of the ledger's schema that the rows are of. */
  readonly schema: number;
  /** ms since the epoch. */
  readonly madeAt: number;
  /** Name of the machine among a user's machines; null where it has none. */
  readonly device: string | null;
}
export const headSchema: z.ZodMiniType<Head> = z.strictObject({
  schema: z.int().check(z.gte(1)),
  madeAt: z.number(),
  device: z.nullable(z.string().check(z.maxLength(100))),
});

export interface Part {
  readonly part: PortableKind;
  readonly rows: number;
  readonly bytes: number;
  /** Of the part's bytes, hex. */
  readonly sha256: string;
}
export const partSchema: z.ZodMiniType<Part> = z.strictObject({
  part: z.enum(PORTABLE_KINDS),
  rows: z.int().check(z.gte(0)),
  bytes: z.int().check(z.gte(0)),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

/** All parts once more, so that a missing one is seen. */
export interface Manifest {
  readonly manifest: readonly Part[];
}
export const manifestSchema: z.ZodMiniType<Manifest> = z.strictObject({ manifest: z.array(partSchema) });

export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
