import { mkdtemp, rm } from "node:fs/promises";
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "@20minutes/s3rver";
import { type CosBucket, type CosKeys, cosOrigin } from "../../src/vault/cos-address";
import { openGate, refuse } from "./bucket-gate";
import { certificateFor } from "./certificate";

/** What the bucket does to the next request instead of answering it. */
export type Fault = "500" | "503" | "cut" | "hang" | "full";

export interface Bucket {
  readonly bucket: CosBucket;
  readonly keys: CosKeys;
  readonly host: string;
  /** Port of the bucket over TLS, for a browser that maps the host to it. */
  readonly port: number;
  /** One for each request to come; null lets it through. */
  readonly faults: (Fault | null)[];
  /** Method and path of each request so far. */
  readonly asked: string[];
  /** Leads requests for the bucket's own host name here. */
  fetch(request: Request | string | URL, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

const NAME = "stored";

/**
 * A real S3-compatible server under the host name of a bucket of Tencent COS. What it is asked there by host name goes on
 * to it by path, once its signature is found right: the server itself checks only those of paths.
 */
export async function openBucket(): Promise<Bucket> {
  const bucket: CosBucket = { bucket: "backup-1250000000", region: "ap-guangzhou" };
  const keys: CosKeys = { secretId: "S3RVER", secretKey: "S3RVER" };
  const { host, hostname } = new URL(cosOrigin(bucket));
  const directory = await mkdtemp(join(tmpdir(), "bucket-"));
  const s3 = new S3rver({ directory, silent: true, configureBuckets: [{ name: NAME, configs: [] }] });
  await s3.configureBuckets();
  const inner = createServer(s3.callback());
  await listen(inner);
  const gate = openGate({ host, keys, region: bucket.region, inner: portOf(inner), name: NAME });
  const faults: (Fault | null)[] = [];
  const asked: string[] = [];
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    asked.push(`${request.method} ${request.url}`);
    const fault = faults.shift() ?? null;
    if (fault === null) void gate(request, response);
    else if (fault === "cut") request.socket.destroy();
    else if (fault !== "hang") {
      const [status, code] = REFUSALS[fault];
      refuse(response, status, code);
    }
  };
  const plain = createServer(listener);
  const tls = createTlsServer(await certificateFor([hostname]), listener);
  await Promise.all([listen(plain), listen(tls)]);
  return {
    bucket,
    keys,
    host,
    port: portOf(tls),
    faults,
    asked,
    fetch: (input, init) => leadTo(portOf(plain), new Request(input, init), init?.signal ?? null),
    close: async () => {
      for (const server of [plain, tls, inner]) {
        server.closeAllConnections();
        await new Promise((done) => server.close(done));
      }
      await rm(directory, { recursive: true, force: true });
    },
  };
}

const REFUSALS = {
  "500": [500, "InternalError"],
  "503": [503, "SlowDown"],
  full: [403, "QuotaExceeded"],
} as const satisfies Record<Exclude<Fault, "cut" | "hang">, readonly [number, string]>;

const listen = (server: Server): Promise<void> => new Promise((done) => server.listen(0, "127.0.0.1", () => done()));
const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** `fetch` sets no host of its own choosing, so the request is made by hand. */
async function leadTo(port: number, request: Request, signal: AbortSignal | null): Promise<Response> {
  const { host, pathname, search } = new URL(request.url);
  const body = Buffer.from(await request.arrayBuffer());
  const headers = { ...Object.fromEntries(request.headers), host, "content-length": body.length };
  return new Promise((resolve, reject) => {
    const options = { port, host: "127.0.0.1", method: request.method, path: pathname + search, headers };
    const sent = httpRequest(options, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part) => parts.push(part));
      response.on("error", reject);
      response.on("end", () => {
        const { statusCode: status = 500 } = response;
        const whole = status === 204 || status === 304 ? null : Buffer.concat(parts);
        resolve(new Response(whole, { status, headers: response.headers as Record<string, string> }));
      });
    });
    sent.on("error", reject);
    signal?.addEventListener("abort", () => {
      reject(signal.reason);
      sent.destroy();
    });
    sent.end(body);
  });
}
