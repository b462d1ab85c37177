import { AwsClient } from "aws4fetch";
import { type CosBucket, type CosKeys, cosOrigin } from "./cos-address";
import { StoreError } from "./object-store";
import { failureOf } from "./store-failure";

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

/** Asks the bucket for a path; resolves with an answer that is ok, rejects with StoreError. */
export type CosRequest = (path: string, init?: RequestInit) => Promise<Response>;

/** Requests signed with SigV4, each tried again where that may help. */
export function cosRequest(bucket: CosBucket, keys: CosKeys, options: CosOptions): CosRequest {
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

  return async (path, init = {}) => {
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
}
