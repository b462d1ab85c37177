import type { ObservedEntity } from "../src/console/observation";
import type { Brought, BroughtReading } from "../src/ledger/brought";
import { LedgerError } from "../src/ledger/errors";
import type { Handlers } from "../src/messaging/server";
import type { Surroundings } from "./handlers";

/** Most of one import. */
const MAX = { entities: 400_000, readings: 6_000_000 } as const;

interface Upload {
  readonly id: string;
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
  let upload: Upload | null = null;

  const current = (id: string): Upload => {
    if (upload?.id !== id) throw new LedgerError("unfit", "导入中断了，什么都没有写入。请重新导入。");
    return upload;
  };

  return {
    async import_begin(head) {
      upload = { id: crypto.randomUUID(), head, entities: [], readings: [] };
      return { upload: upload.id };
    },

    async import_part({ upload: id, entities, readings }) {
      const own = current(id);
      for (const entity of entities) own.entities.push(entity);
      for (const reading of readings) own.readings.push(reading);
      if (own.entities.length > MAX.entities || own.readings.length > MAX.readings) {
        upload = null;
        throw new LedgerError("unfit", "一次导入太大。请把表格拆成几个文件。");
      }
      return {};
    },

    async import_end({ upload: id, keep }) {
      const { head, entities, readings } = current(id);
      upload = null;
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
