import type { DeepPartial, Settings } from "./model";
import type { NotePatch, NoteRow } from "./notes";
import { patchSettings } from "./settings";

/**
 * Settings that go to a user's other machines: each is a field of one note, so that the later write of each field holds
 * and what it replaced is kept. Whether this machine reads, marks pages and has shown its notice stays with it.
 */
export const SETTING_KIND = "setting";
const ID = "all";
const SHARED = ["language", "theme", "rise", "draft.goods", "draft.channel", "draft.account"] as const;

/** The note's fields of a patch; null where it changes nothing that is shared. */
export function sharedPatch(patch: DeepPartial<Settings>): NotePatch | null {
  const fields = Object.fromEntries(
    SHARED.flatMap((path) => {
      const value = leaf(patch, path);
      return value === undefined ? [] : [[path, value]];
    }),
  );
  // A kind of the ledger's own: no view writes it.
  return Object.keys(fields).length === 0 ? null : ({ kind: SETTING_KIND, id: ID, fields } as unknown as NotePatch);
}

/** A note's fields as a patch of settings; `shared` alone are taken. */
export function patchOfNote({ fields }: Pick<NoteRow, "fields">): DeepPartial<Settings> {
  const patch: Record<string, unknown> = {};
  for (const path of SHARED) {
    const written = fields[path];
    if (written === undefined) continue;
    const [top = "", below] = path.split(".");
    patch[top] = below === undefined ? written.value : { ...(patch[top] as object), [below]: written.value };
  }
  return patch;
}

export const withShared = (settings: Settings, note: NoteRow): Settings => patchSettings(settings, patchOfNote(note));

const leaf = (patch: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], patch);
