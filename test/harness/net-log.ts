import { readFile } from "node:fs/promises";

interface NetLogEvent {
  readonly type: number;
  readonly params?: { readonly url?: string; readonly initiator?: string };
}

/**
 * Reads a log of --log-net-log: addresses asked for by a page, a frame, a content script or an extension on hosts other
 * than `served`, each once, in order, also when the name did not resolve. What the browser asks for itself (it has no
 * origin as initiator) is not counted.
 */
export async function outsideRequests(netLog: string, served: readonly string[]): Promise<string[]> {
  const lines = (await readFile(netLog, "utf8").catch(() => "")).split("\n");
  const start = requestType(lines[0] ?? "");
  const found = new Set<string>();
  for (const line of lines) {
    if (!line.includes('"initiator"')) continue;
    const event = parse(line);
    const { url = "", initiator = "" } = event?.params ?? {};
    if (event?.type !== start || !/^(https?|chrome-extension):/.test(initiator)) continue;
    if (/^(https?|wss?):/.test(url) && !served.includes(new URL(url).hostname)) found.add(url);
  }
  return [...found];
}

/** The log's first line holds its constants; event types are numbers that differ between versions of the browser. */
function requestType(constants: string): number | undefined {
  const found = /"URL_REQUEST_START_JOB":(\d+)/.exec(constants);
  return found ? Number(found[1]) : undefined;
}

/** One event a line, a comma after it; the last line of a browser still running may be cut. */
function parse(line: string): NetLogEvent | null {
  try {
    return JSON.parse(line.replace(/,\s*$/, ""));
  } catch {
    return null;
  }
}
