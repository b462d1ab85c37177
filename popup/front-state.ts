import type { FailedCheck, PageState } from "../src/console/observation";
import { isEditor } from "../src/console/page";
import { CONSOLE_HOSTS, type Settings } from "../src/ledger/model";
import type { Front } from "../src/ui/data/view";

/**
 * What the header says of the page in front. switched_off: by the user; not_read: a console page without figures of ours;
 * writing: an editor, where copy is checked and no figure is read;
 * unreadable: its content is where no extension can see it, which no update of ours will change.
 */
export type FrontState =
  | Exclude<PageState, "off">
  | "switched_off"
  | "not_read"
  | "writing"
  | "unreadable"
  | "elsewhere";

const OUT_OF_SIGHT: ReadonlySet<FailedCheck["check"]> = new Set(["canvas_only", "out_of_reach"]);

export function frontState(front: Front, reading: Settings["reading"]): FrontState {
  if (!front.isConsole) return "elsewhere";
  const host = CONSOLE_HOSTS.find((each) => front.sighting?.url.startsWith(`https://${each}/`));
  if (!reading.all || (host && !reading.hosts[host])) return "switched_off";
  if (!front.sighting) return "loading";
  const { state, failed, page } = front.sighting;
  if (state === "off" || (state === "ok" && page === "notices")) return "not_read";
  if (state === "ok" && isEditor(page)) return "writing";
  return state === "schema_changed" && failed.some(({ check }) => OUT_OF_SIGHT.has(check)) ? "unreadable" : state;
}
