import type { IncomingMessage, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { AwsClient, AwsV4Signer } from "aws4fetch";
import type { CosKeys } from "../../src/vault/cos-address";

interface Gate {
  /** The bucket's own host name. */
  readonly host: string;
  readonly keys: CosKeys;
  readonly region: string;
  /** Port and bucket of the server behind. */
  readonly inner: number;
  readonly name: string;
}

const SKEW_MS = 900_000;

/** Takes signed requests for a bucket by its host name, checks them as S3 does, and hands them on by path. */
export function openGate({ host, keys, region, inner, name }: Gate) {
  const credentials = { accessKeyId: keys.secretId, secretAccessKey: keys.secretKey, region, service: "s3" };
  const client = new AwsClient({ ...credentials, retries: 0 });
  // The server behind neither lists uploads that were begun nor drops them.
  const begun = new Map<string, { readonly key: string; readonly at: string }>();

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = "GET", url = "/", headers } = request;
    const body = await buffer(request);
    const said = headers.authorization ?? "";
    const datetime = String(headers["x-amz-date"] ?? "");
    const at = Date.parse(datetime.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, "$1-$2-$3T$4:$5:$6Z"));
    if (headers.host !== host) return refuse(response, 404, "NoSuchBucket");
    if (!said.includes(`Credential=${keys.secretId}/`)) return refuse(response, 403, "InvalidAccessKeyId");
    if (!(Math.abs(Date.now() - at) < SKEW_MS)) return refuse(response, 403, "RequestTimeTooSkewed");
    const hash = String(headers["x-amz-content-sha256"] ?? "");
    const signer = new AwsV4Signer({
      ...credentials,
      method,
      url: `https://${host}${url}`,
      datetime,
      headers: { "x-amz-content-sha256": hash },
    });
    if ((await signer.authHeader()) !== said) return refuse(response, 403, "SignatureDoesNotMatch");

    const { pathname, searchParams } = new URL(url, `https://${host}`);
    const upload = searchParams.get("uploadId");
    if (method === "GET" && searchParams.has("uploads")) {
      const named = [...begun].map(
        ([id, { key, at: when }]) =>
          `<Upload><Key>${key}</Key><UploadId>${id}</UploadId><Initiated>${when}</Initiated></Upload>`,
      );
      return void response.end(`<ListMultipartUploadsResult>${named.join("")}</ListMultipartUploadsResult>`);
    }
    if (method === "DELETE" && upload !== null) {
      if (!begun.delete(upload)) return refuse(response, 404, "NoSuchUpload");
      return void response.writeHead(204).end();
    }
    const path = `http://127.0.0.1:${inner}/${name}${url.replace(/^\/(?=\?|$)/, "")}`;
    const answer = await client.fetch(path, { method, ...(body.length > 0 ? { body } : {}) });
    const text = Buffer.from(await answer.arrayBuffer());
    if (method === "POST" && searchParams.has("uploads")) {
      const id = /<UploadId>(.*?)<\/UploadId>/.exec(text.toString())?.[1];
      if (id) begun.set(id, { key: decodeURIComponent(pathname.slice(1)), at: new Date().toISOString() });
    } else if (method === "POST" && upload !== null && answer.ok) begun.delete(upload);
    const passed = Object.fromEntries([...answer.headers].filter(([key]) => ["etag", "content-type"].includes(key)));
    response.writeHead(answer.status, passed).end(text);
  };
}

export function refuse(response: ServerResponse, status: number, code: string): void {
  const time = new Date().toISOString();
  response.writeHead(status, { "content-type": "application/xml" });
  response.end(`<Error><Code>${code}</Code><Message>so it is</Message><ServerTime>${time}</ServerTime></Error>`);
}
