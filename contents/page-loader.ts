import type { PlasmoCSConfig } from "plasmo";
import { isFirstOf } from "../src/browser/first";
import { ask, askAgain, isAlive, onPermitNotice } from "../src/browser/page-port";
import { onAddressChange } from "../src/console/address";
import { offLimits } from "../src/console/off-limits";
import { isEditor, isRead, placeOf } from "../src/console/page";
import { PARTS, type Part } from "../src/messaging/protocol";

export const config: PlasmoCSConfig = {
  matches: ["https://channels.weixin.qq.com/*", "https://store.weixin.qq.com/*"],
  run_at: "document_idle",
  all_frames: false,
};

/**
 * All that every page of a console carries. The reader and the checker of drafts come from the worker, once per
 * document, when the address is a page of theirs and the user lets it be read. A page of people's words that is opened by
 * itself gets neither; one that the console's shell moves to keeps what is there, which reads nothing on it.
 */
const life = new AbortController();
/** What is fetched and compiled for us comes after the page's own; one whose pictures hang is not waited for longer. */
const PATIENCE_MS = 1_000;
const loaded = new Set<Part>();

const pageHasLoaded = new Promise<void>((resolve) => {
  const patient = (): unknown => setTimeout(resolve, PATIENCE_MS);
  if (document.readyState === "complete") resolve();
  else addEventListener("load", () => resolve(), { once: true });
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", patient, { once: true });
  else patient();
});

async function load(): Promise<void> {
  await pageHasLoaded;
  if (!isAlive()) return life.abort();
  const { href } = location;
  const place = placeOf(href);
  const parts = PARTS.filter(
    (part) => !loaded.has(part) && (part === "read-page" ? isRead(place) : isEditor(place.page)),
  );
  const isReaderHere = loaded.has("read-page");
  for (const part of parts) loaded.add(part);
  if (parts.length === 0 && isReaderHere) return;
  const answer = await askAgain("load", { parts }, life.signal);
  if (!answer?.reading) for (const part of parts) loaded.delete(part);
  // Where the reader is not, somebody must say why nothing is read.
  else if (!isRead(place) && !isReaderHere && location.href === href) {
    await ask("observe", { observation: offLimits(place, href) });
  }
}

if (isFirstOf("page-loader")) {
  onPermitNotice(() => void load(), life.signal);
  onAddressChange(() => void load(), life.signal);
  void load();
}
