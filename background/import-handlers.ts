import type { ObservedEntity } from "../src/console/observation";
import type { Brought, BroughtReading } from "../src/ledger/brought";
import { LedgerError } from "../src/ledger/errors";
import type { Handlers } from "../src/messaging/server";
import type { Surroundings } from "./handlers";

/** Most of one import, and imports under way at once: two windows write without cutting each other off. */
const AT_ONCE = 3;
const MAX = { entities: 400_000, readings: 6_000_000 } as const;

interface Upload {
  readonly head: Omit<Brought, "entities" | "readings">;
  readonly entities: ObservedEntity[];
  readonly readings: BroughtReading[];
}

type ImportHandlers = Pick<Handlers, "import_begin" | "import_part" | "import_end" | "undo_import">;

/**
 * An import comes in parts that are held until its end. If the worker is stopped in between, the parts are gone and
 * the next message says so; nothing was stored.
 */
export function createImportHandlers(at: Surroundings): ImportHandlers {
  const uploads = new Map<string, Upload>();

  const current = (id: string): Upload => {
    const upload = uploads.get(id);
    if (upload === undefined) throw new LedgerError("cut", "导入中断了，什么都没有写入。请重新导入。");
    return upload;
  };

  return {
    async import_begin(head) {
      const upload = crypto.randomUUID();
      uploads.set(upload, { head, entities: [], readings: [] });
      // The oldest is one whose page was closed, or a page that will be told.
      for (const id of [...uploads.keys()].slice(0, -AT_ONCE)) uploads.delete(id);
      return { upload };
    },

    async import_part({ upload: id, entities, readings }) {
      const own = current(id);
      for (const entity of entities) own.entities.push(entity);
      for (const reading of readings) own.readings.push(reading);
      if (own.entities.length > MAX.entities || own.readings.length > MAX.readings) {
        uploads.delete(id);
        throw new LedgerError("large", "一次导入太大。请把表格拆成几个文件。");
      }
      return {};
    },

    async import_end({ upload: id, keep }) {
      const { head, entities, readings } = current(id);
      uploads.delete(id);
      if (!keep) return null;
      const capture = { at: at.now(), reader: at.reader };
      const tell = (part: number): void => at.announce({ what: "importing", part });
      const kept = await at.writer.keepImport({ ...head, entities, readings }, capture, tell);
      at.announce({ what: "captures" });
      return kept;
    },

    async undo_import({ batch }) {
      const readings = await at.writer.undoImport(batch, at.now());
      at.announce({ what: "captures" });
      return { readings };
    },
  };
}
