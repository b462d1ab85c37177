import { frontTab, isConsoleTab, onFrontTab, openOptionsAt, version } from "../../browser/view-port";
import { EXPLAIN_FILE, explainedPacks, MATCH_FILE } from "../../compliance/shipped-packs";
import type { EntityKey } from "../../ledger/model";
import { onChanged } from "../../messaging/changed";
import type { ViewSource } from "./source";
import type { Front } from "./view";

/** The store itself as a source. Its code comes in a chunk of its own, fetched while the frame is drawn. */
export function openLedgerSource(): ViewSource {
  const store = import("./store");
  const ledger = store.then((each) => each.openStore());
  const named = new URLSearchParams(location.search).get("tab");
  const front = async (): Promise<Front> => {
    const tab = named === null ? await frontTab() : Number(named);
    if (tab === null) return { tab, isConsole: false, sighting: null };
    const [isConsole, sighting] = await Promise.all([isConsoleTab(tab), (await ledger).latestSighting(tab)]);
    return { tab, isConsole, sighting };
  };
  const source: ViewSource = {
    lock: async () => (await ledger).lock(),
    settings: async () => (await ledger).settings(),
    owners: async () => (await ledger).owners(),
    front,
    board: async (owner) => {
      const { board, isKept } = await (await store).readyBoard(await ledger, askOf(owner));
      if (!isKept) void source.send("keep_view", { view: "board", owner });
      return board;
    },
    dashboard: async (owner, part) => (await store).dashboardOf(await ledger, owner, Date.now(), part),
    posts: async (owner) => (await store).postsOf(await ledger, owner),
    report: async (owner, monday) => (await store).reportOf(await ledger, owner, monday),
    snapshot: async (id) => (await store).snapshotOf(await ledger, id),
    competitors: async () => {
      const { board, isKept } = await (await store).readyWatchBoard(await ledger, askOf(null));
      if (!isKept) void source.send("keep_view", { view: "watch", owner: null });
      return board;
    },
    sellersSeen: async (limit) => (await ledger).sellersSeen(limit),
    reader: () => ledger,
    rivals: async () => (await ledger).rivals(),
    draft: async (tab) => (await ledger).draft(tab),
    sightings: async (limit) => (await ledger).recentSightings(limit),
    notes: async (kind) => (await ledger).notes(kind),
    exported: async function* (what, filter) {
      yield* (await ledger).exported(what, filter);
    },
    history: async (key, filter) => (await ledger).history(key, filter),
    fields: async (snapshot) => [...new Set((await (await ledger).readings(snapshot)).map(({ metric }) => metric))],
    imports: async () => (await ledger).imports(),
    reviews: async () => (await ledger).reviews(),
    usage: async () => (await ledger).usage(),
    storeState: async () => (await store).storeState(await ledger),
    packs: async () => explainedPacks(...(await Promise.all([bytesOf(MATCH_FILE), bytesOf(EXPLAIN_FILE)]))),
    send: async (kind, input) => (await import("../../messaging/client")).send(kind, input),
    askToNotify: async () => (await import("../../browser/notify")).askToNotify(),
    openOptions: openOptionsAt,
    onChanged: (callback, signal) => {
      onChanged(callback, signal);
      onFrontTab(() => callback({ what: "front" }), signal);
    },
  };
  return source;
}

const askOf = (owner: EntityKey | null) => ({ owner, now: Date.now(), version: version() });
const bytesOf = async (file: string): Promise<ArrayBuffer> => (await fetch(`/${file}`)).arrayBuffer();
