import { AwsClient } from "aws4fetch";
import { type CosBucket, type CosKeys, cosOrigin } from "./cos-address";
import { type ObjectStore, type StoredObject, StoreError } from "./object-store";
import { failureOf } from "./store-failure";
import { field, parseList, parseUploads } from "./store-xml";

const TIMEOUT_MS = 120_000;
/** A fault of the network or the bucket is tried again after these waits, then told. */
const AGAIN_MS = [500, 2_000];

export interface CosOptions {
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
  readonly againMs?: readonly number[];
  /** Once it is given no request goes on or is begun: all reject as the network's fault. */
  readonly signal?: AbortSignal;
}

/** Tencent COS by its S3-compatible API (cloud.tencent.com/document/product/436/37421), signed with SigV4. */
export function cosStore(bucket: CosBucket, keys: CosKeys, options: CosOptions = {}): ObjectStore {
  const { fetch: ask = fetch, timeoutMs = TIMEOUT_MS, againMs = AGAIN_MS, signal } = options;
  const client = new AwsClient({
    accessKeyId: keys.secretId,
    secretAccessKey: keys.secretKey,
    service: "s3",
    region: bucket.region,
  });
  const limit = (): AbortSignal => {
    const late = AbortSignal.timeout(timeoutMs);
    return signal ? AbortSignal.any([late, signal]) : late;
  };
  // How far this machine's clock is from the bucket's, ms; learnt when the bucket refuses a request for it.
  let skew = 0;

  const once = async (url: string, init: RequestInit): Promise<Response> => {
    const datetime = new Date(Date.now() + skew).toISOString().replace(/[:-]|\.\d{3}/g, "");
    const request = await client.sign(url, { ...init, aws: { datetime } });
    try {
      return await ask(request, { signal: limit() });
    } catch (error) {
      const isLate = error instanceof Error && error.name === "TimeoutError";
      throw new StoreError(isLate ? "timeout" : "network", error instanceof Error ? error.message : String(error));
    }
  };

  const call = async (path: string, init: RequestInit = {}): Promise<Response> => {
    for (const wait of [...againMs, null]) {
      const failure = await once(`${cosOrigin(bucket)}/${path}`, init).then(
        async (response) => (response.ok ? response : failureOf(response)),
        (error: unknown) => error as StoreError & { serverTime?: number | null },
      );
      if (failure instanceof Response) return failure;
      if (failure.code === "clock" && failure.serverTime && skew === 0) {
        skew = failure.serverTime - Date.now();
        continue;
      }
      const isPassing = failure.code === "server" || failure.code === "network" || failure.code === "timeout";
      if (wait === null || !isPassing || signal?.aborted) throw failure;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
    throw new StoreError("server", "no answer");
  };

  /** The body is read in the same try, so that a connection that breaks in it is told as such. */
  const bodyOf = async <T>(read: () => Promise<T>): Promise<T> => {
    try {
      return await read();
    } catch (error) {
      throw new StoreError("network", error instanceof Error ? error.message : String(error));
    }
  };

  return {
    async put(key, bytes) {
      await call(pathOf(key), { method: "PUT", body: bytes });
    },
    async get(key) {
      try {
        const response = await call(pathOf(key));
        return await bodyOf(() => response.blob());
      } catch (error) {
        if (error instanceof StoreError && error.message.startsWith("NoSuchKey")) return null;
        throw error;
      }
    },
    async list(prefix) {
      const found: StoredObject[] = [];
      let token = "";
      do {
        const next = token === "" ? "" : `&continuation-token=${encodeURIComponent(token)}`;
        const response = await call(`?list-type=2&prefix=${encodeURIComponent(prefix)}${next}`);
        const page = parseList(await bodyOf(() => response.text()));
        found.push(...page.objects);
        token = page.next;
      } while (token !== "");
      return found.sort((a, b) => (a.key < b.key ? -1 : 1));
    },
    async remove(key) {
      await call(pathOf(key), { method: "DELETE" });
    },
    async startParts(key) {
      const response = await call(`${pathOf(key)}?uploads`, { method: "POST" });
      const upload = field(await bodyOf(() => response.text()), "UploadId");
      if (upload === null) throw new StoreError("refused", "no UploadId");
      return upload;
    },
    async putPart(key, upload, number, bytes) {
      const query = `partNumber=${number}&uploadId=${encodeURIComponent(upload)}`;
      const response = await call(`${pathOf(key)}?${query}`, { method: "PUT", body: bytes });
      return response.headers.get("etag") ?? "";
    },
    async finishParts(key, upload, tags) {
      const parts = tags.map((tag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${tag}</ETag></Part>`);
      const body = `<CompleteMultipartUpload>${parts.join("")}</CompleteMultipartUpload>`;
      const response = await call(`${pathOf(key)}?uploadId=${encodeURIComponent(upload)}`, { method: "POST", body });
      // S3 may say 200 first and what went wrong after it.
      const text = await bodyOf(() => response.text());
      if (field(text, "Code") !== null) throw new StoreError("server", field(text, "Code") ?? "");
    },
    async listUploads(prefix) {
      const response = await call(`?uploads&prefix=${encodeURIComponent(prefix)}`);
      return parseUploads(await bodyOf(() => response.text()));
    },
    async dropParts(key, upload) {
      await call(`${pathOf(key)}?uploadId=${encodeURIComponent(upload)}`, { method: "DELETE" });
    },
  };
}

const pathOf = (key: string): string => key.split("/").map(encodeURIComponent).join("/");
