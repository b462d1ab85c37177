import type { PageState } from "../src/console/observation";
import { CONSOLE_HOSTS, type Settings } from "../src/ledger/model";
import type { Front } from "../src/ui/data/view";

/** What the header says of the page in front. switched_off: by the user; not_read: a console page that is not ours. */
export type FrontState = Exclude<PageState, "off"> | "switched_off" | "not_read" | "elsewhere";

export function frontState(front: Front, reading: Settings["reading"]): FrontState {
  if (!front.isConsole) return "elsewhere";
  const host = CONSOLE_HOSTS.find((each) => front.sighting?.url.startsWith(`https://${each}/`));
  if (!reading.all || (host && !reading.hosts[host])) return "switched_off";
  if (!front.sighting) return "loading";
  return front.sighting.state === "off" ? "not_read" : front.sighting.state;
}
