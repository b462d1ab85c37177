import type { BegunUpload, StoredObject } from "./object-store";

/** The few elements of S3's answers that are read; a worker has no XML parser. */

/** Text of the first element of that name; null without one. */
export function field(xml: string, name: string): string | null {
  const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml);
  return found ? plain(found[1] ?? "") : null;
}

export function parseList(xml: string): { objects: readonly StoredObject[]; next: string } {
  const objects = [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].flatMap(([, each = ""]) => {
    const key = field(each, "Key");
    return key === null ? [] : [{ key, size: Number(field(each, "Size") ?? 0) }];
  });
  const isMore = field(xml, "IsTruncated") === "true";
  return { objects, next: isMore ? (field(xml, "NextContinuationToken") ?? "") : "" };
}

/** The first page of uploads; what is on others is found once these are gone. */
export function parseUploads(xml: string): readonly BegunUpload[] {
  return [...xml.matchAll(/<Upload>(.*?)<\/Upload>/gs)].flatMap(([, each = ""]) => {
    const [key, upload] = [field(each, "Key"), field(each, "UploadId")];
    const at = Date.parse(field(each, "Initiated") ?? "");
    return key === null || upload === null || Number.isNaN(at) ? [] : [{ key, upload, at }];
  });
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const plain = (text: string): string =>
  text
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex, code) => String.fromCodePoint(Number.parseInt(code, hex ? 16 : 10)))
    .replace(/&(lt|gt|amp|quot|apos);/g, (_, name) => ENTITIES[name] ?? "");
