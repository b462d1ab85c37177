import type { RawBook } from "./raw-table";

/** The text of a file: by its byte order mark, else UTF-8 where it is valid, else GB18030, as Excel saves it in China. */
export function decodeText(file: Uint8Array): { readonly text: string; readonly encoding: RawBook["encoding"] } {
  if (file[0] === 0xff && file[1] === 0xfe)
    return { text: new TextDecoder("utf-16le").decode(file), encoding: "utf-16le" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(file), encoding: "utf-8" };
  } catch {
    return { text: new TextDecoder("gb18030").decode(file), encoding: "gb18030" };
  }
}
