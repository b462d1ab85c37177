import { CONSOLE_HOSTS } from "../ledger/model";
import type { Kind } from "./protocol";

/** Who sent a message, as the browser (never the message) says it. */
export interface Sender {
  readonly id?: string;
  readonly url?: string;
  readonly frameId?: number;
  readonly documentId?: string;
  readonly tab?: { readonly id?: number };
}

/** This extension. */
export interface Self {
  readonly id: string;
  /** `chrome-extension://…`, without a slash at the end. */
  readonly origin: string;
}

type Side = "console" | "extension";

/**
 * console: our content script in the top frame of a console page, which may only ask what it may do and hand over what
 * it saw; it never reads the store or changes a setting. extension: our own pages, which do the rest.
 */
export const POLICY: Readonly<Record<Kind, Side>> = {
  load: "console",
  hello: "console",
  observe: "console",
  draft: "console",
  draft_gone: "console",
  set_settings: "extension",
  set_draft_scope: "extension",
  ignore_finding: "extension",
  review: "extension",
  put_notes: "extension",
  keep_view: "extension",
  import_begin: "extension",
  import_part: "extension",
  import_end: "extension",
  undo_import: "extension",
  cloud: "extension",
  taken_in: "extension",
  lock: "extension",
  delete_everything: "extension",
};

/** While the store is locked everything else is answered `locked`: what is seen is kept sealed, and no row is read. */
export const WHILE_LOCKED: ReadonlySet<Kind> = new Set<Kind>([
  "load",
  "hello",
  "observe",
  "draft_gone",
  "lock",
  "delete_everything",
]);

const CONSOLES: readonly string[] = CONSOLE_HOSTS.map((host) => `https://${host}`);

export function sideOf(sender: Sender, self: Self): Side | null {
  const origin = originOf(sender.url);
  if (sender.id !== self.id || origin === null) return null;
  if (origin === self.origin) return "extension";
  return CONSOLES.includes(origin) && sender.frameId === 0 && sender.tab?.id !== undefined ? "console" : null;
}

/** Origin of an address, written out: URL.origin is "null" for an extension's scheme in some engines. */
function originOf(url: string | undefined): string | null {
  try {
    const { protocol, host } = new URL(url ?? "");
    return `${protocol}//${host}`;
  } catch {
    return null;
  }
}
