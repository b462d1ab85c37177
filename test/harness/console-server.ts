import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { CONSOLE_HOSTS } from "../../src/ledger/model";
import { certificateFor } from "./certificate";

export interface ServedPage {
  readonly status?: number;
  readonly type: string;
  readonly body: string | Uint8Array;
}

/** Answers a request, or null for 404. */
export type Handler = (request: {
  readonly host: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly method: string;
  readonly body: string;
}) => ServedPage | null | Promise<ServedPage | null>;

export interface ConsoleServer {
  readonly port: number;
  /** Names that the browser must map to this server. */
  readonly hosts: readonly string[];
  /** `https://host/path` of what was asked for and not there. */
  readonly missing: readonly string[];
  close(): Promise<void>;
}

/** Serves pages over TLS on 127.0.0.1 under the console's names (and `more`), for a browser of test/harness/browser.ts. */
export async function serveConsole(handler: Handler, more: readonly string[] = []): Promise<ConsoleServer> {
  const hosts = [...new Set([...CONSOLE_HOSTS, ...more])];
  const missing: string[] = [];
  const server = createServer(await certificateFor(hosts), async (request, response) => {
    const host = (request.headers.host ?? "").replace(/:\d+$/, "");
    const url = new URL(request.url ?? "/", `https://${host}`);
    try {
      const page = await handler({
        host,
        path: decodeURIComponent(url.pathname),
        query: url.searchParams,
        method: request.method ?? "GET",
        body: await text(request),
      });
      if (!page) missing.push(url.origin + url.pathname);
      const { status = 200, type, body } = page ?? { status: 404, type: "text/plain", body: "not found" };
      // Never from the browser's cache: a page may change between two visits.
      response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(body);
    } catch (error) {
      response.writeHead(500, { "content-type": "text/plain" }).end(String(error));
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    hosts,
    missing,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
