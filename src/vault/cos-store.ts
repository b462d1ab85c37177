import type { CosBucket, CosKeys } from "./cos-address";
import { type CosOptions, cosRequest } from "./cos-request";
import { type ObjectStore, type StoredObject, StoreError } from "./object-store";
import { field, parseList, parseUploads } from "./store-xml";

/** Tencent COS by its S3-compatible API (cloud.tencent.com/document/product/436/37421), signed with SigV4. */
export function cosStore(bucket: CosBucket, keys: CosKeys, options: CosOptions = {}): ObjectStore {
  const call = cosRequest(bucket, keys, options);
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

/** The body is read in the same try, so that a connection that breaks in it is told as such. */
const bodyOf = async <T>(read: () => Promise<T>): Promise<T> => {
  try {
    return await read();
  } catch (error) {
    throw new StoreError("network", error instanceof Error ? error.message : String(error));
  }
};

const pathOf = (key: string): string => key.split("/").map(encodeURIComponent).join("/");
