import { beforeAll, describe, expect, it } from "vitest";
import { absorb } from "../../../src/ledger/absorb";
import { STORES } from "../../../src/ledger/records";
import type { Bytes } from "../../../src/vault/bytes";
import { VaultError } from "../../../src/vault/errors";
import { ITERATIONS, Keyring } from "../../../src/vault/keyring";
import { readCover } from "../../../src/vault/read-archive";
import { fill } from "../../fixtures/databases/fill";
import { expectSound } from "../ledger/invariant";
import { freshLedger } from "../ledger/sample";
import { archiveOf, bundle, drip, fillWith, read, SCHEMA } from "./sample";

let ring: Keyring;
let sealedFile: Bytes;
let plainFile: Bytes;

beforeAll(async () => {
  ring = await Keyring.of("正确的口令 correct");
  const connection = await fill();
  sealedFile = await archiveOf(connection, ring);
  plainFile = await archiveOf(connection, null);
});

const codeOf = (error: unknown): string => (error instanceof VaultError ? error.code : String(error));
const outcome = async (bytes: Bytes, with_: Keyring | null = ring): Promise<string> =>
  read(bytes, with_).then(() => "read", codeOf);

function flipped(bytes: Bytes, at: number): Bytes {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

describe("an archive", () => {
  it("of a store of 20,000 readings comes back equal", async () => {
    const { connection, writer } = freshLedger();
    await fillWith(writer, 20_000);
    const from = await bundle(connection);
    const { bundle: found } = await read(await archiveOf(connection, ring), ring);
    expect(found).toEqual(from);
    const back = freshLedger();
    const counts = await absorb((await back.connection.open()).db, found, { mode: "replace" });
    expect(counts).toMatchObject({ readings: 20_000 });
    const stores = STORES.filter((store) => !["drafts", "vault", "sightings"].includes(store));
    const [a, b] = [(await connection.open()).db, (await back.connection.open()).db];
    for (const store of stores) expect(await b.getAll(store)).toEqual(await a.getAll(store));
    await expectSound(back.connection);
  });

  it("says what it is and how its key is made, and nothing else that can be read", async () => {
    const { cover } = await readCover(drip(sealedFile));
    expect(cover.seal?.kdf).toMatchObject({ name: "PBKDF2", hash: "SHA-256" });
    expect(cover.seal?.kdf.iterations).toBe(ITERATIONS);
    expect(ITERATIONS).toBeGreaterThanOrEqual(600_000);
    const text = new TextDecoder("latin1").decode(sealedFile.subarray(sealedFile.indexOf(10)));
    expect(text).not.toMatch(/snapshots|sha256|weixin/);
  });

  it("is another file each time, under the same passphrase", async () => {
    const again = await archiveOf(await fill(), ring);
    expect(again.slice(-64)).not.toEqual(sealedFile.slice(-64));
  });

  it("never holds what the vault of this machine holds", async () => {
    const connection = await fill();
    const { db } = await connection.open();
    await db.put("vault", "AKIDsecret-of-this-machine", "cos");
    const { bundle: found } = await read(await archiveOf(connection, null), null);
    expect(JSON.stringify(found)).not.toContain("AKIDsecret");
    expect(Object.keys(found)).not.toContain("vault");
  });
});

describe("a file that is not right is refused with its reason", () => {
  it("wrong passphrase, none, or one for a plain file", async () => {
    expect(await outcome(sealedFile, await Keyring.of("正确的口令 Correct"))).toBe("wrong_passphrase");
    expect(await outcome(sealedFile, null)).toBe("passphrase_needed");
    expect(await outcome(plainFile, ring)).toBe("read");
  });

  it("one flipped bit, anywhere", async () => {
    const { bundle: written } = await read(plainFile, null);
    for (const [file, with_] of [
      [sealedFile, ring],
      [plainFile, null],
    ] as const) {
      const start = file.indexOf(10) + 1;
      const places = Array.from({ length: 40 }, (_, at) => start + Math.floor(((file.length - start - 1) * at) / 39));
      for (const at of places) {
        const bent = flipped(file, at);
        const found = await outcome(bent, with_);
        // Of a plain file some bits say nothing (when it was packed), and some say the same otherwise (which of two like
        // words is repeated): then what is read is what was written.
        if (with_ === null && found === "read") expect((await read(bent, null)).bundle).toEqual(written);
        else expect([at, found]).not.toEqual([at, "read"]);
      }
    }
  });

  it("cut anywhere", async () => {
    for (const [file, with_] of [
      [sealedFile, ring],
      [plainFile, null],
    ] as const) {
      for (let part = 0; part < 20; part += 1) {
        const code = await outcome(file.slice(0, Math.floor((file.length * part) / 20)), with_);
        expect(code).toMatch(/^(cut|damaged|not_an_archive)$/);
      }
    }
  });

  it("pieces left out, doubled or moved", async () => {
    const { connection } = freshLedger();
    // What does not pack well: several pieces.
    const { db } = await connection.open();
    const noise = Array.from({ length: 1_300_000 }, () => Math.random().toString(36)[2] ?? "x").join("");
    await db.put("notes", {
      kind: "target",
      id: "x",
      fields: { value: { value: noise, at: 1, by: "x" } },
      history: [],
    });
    const file = await archiveOf(connection, ring);
    const start = file.indexOf(10) + 1;
    const size = 262_144 + 16;
    expect(file.length - start).toBeGreaterThan(2 * size);
    const piece = (at: number) => file.slice(start + at * size, start + (at + 1) * size);
    const put = (...parts: Bytes[]) => Uint8Array.from([file.slice(0, start), ...parts].flatMap((part) => [...part]));
    const end = file.slice(start + 2 * size);
    expect(await outcome(put(piece(0), piece(1), end))).toBe("read");
    expect(await outcome(put(piece(1), piece(0), end))).toBe("damaged");
    expect(await outcome(put(piece(0), end))).toBe("damaged");
    expect(await outcome(put(piece(0), piece(0), piece(1), end))).toBe("damaged");
    expect(await outcome(put(piece(0), piece(1)))).toBe("cut");
  });

  it("made by a newer version, in its format or its schema; of another program; empty", async () => {
    const connection = await fill();
    expect(await outcome(await archiveOf(connection, ring, SCHEMA + 1))).toBe("newer");
    const text = new TextDecoder("latin1").decode(plainFile.subarray(0, plainFile.indexOf(10)));
    const later = new TextEncoder().encode(`${text.replace('"version":1', '"version":2')}\n`);
    expect(await outcome(later, null)).toBe("newer");
    expect(await outcome(new TextEncoder().encode("PK\u0003\u0004"), null)).toBe("not_an_archive");
    expect(await outcome(new Uint8Array(0), null)).toBe("not_an_archive");
  });
});
