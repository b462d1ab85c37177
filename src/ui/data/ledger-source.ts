import { frontTab, isConsoleTab, onFrontTab, openOptionsAt } from "../../browser/view-port";
import { openLedger } from "../../ledger/ledger";
import { onChanged } from "../../messaging/changed";
import type { ViewSource } from "./source";
import type { Front } from "./view";

/** The store itself as a source. Figures are computed in a chunk of their own, fetched while the frame is drawn. */
export function openLedgerSource(): ViewSource {
  const ledger = openLedger();
  const boards = import("./boards");
  const named = new URLSearchParams(location.search).get("tab");
  const front = async (): Promise<Front> => {
    const tab = named === null ? await frontTab() : Number(named);
    if (tab === null) return { tab, isConsole: false, sighting: null };
    const [isConsole, sighting] = await Promise.all([isConsoleTab(tab), ledger.latestSighting(tab)]);
    return { tab, isConsole, sighting };
  };
  return {
    settings: () => ledger.settings(),
    owners: () => ledger.owners(),
    front,
    board: async (owner) => (await boards).kpiBoard(ledger, owner, Date.now()),
    competitors: async () => (await boards).competitorBoard(ledger, Date.now()),
    watched: async () => (await ledger.watched()).map(({ entity }) => entity),
    draft: (tab) => ledger.draft(tab),
    sightings: (limit) => ledger.recentSightings(limit),
    usage: () => ledger.usage(),
    send: async (kind, input) => (await import("../../messaging/client")).send(kind, input),
    openOptions: openOptionsAt,
    onChanged: (callback, signal) => {
      onChanged(callback, signal);
      onFrontTab(() => callback({ what: "front" }), signal);
    },
  };
}
