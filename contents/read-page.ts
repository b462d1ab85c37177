import type { PlasmoCSConfig } from "plasmo";
import { isFirstOf } from "../src/browser/first";
import { ask, isAlive, onPermitNotice } from "../src/browser/page-port";
import { askPermit } from "../src/browser/permit";
import { dictionaryOf } from "../src/console/labels";
import { Watcher } from "../src/console/watch";

export const config: PlasmoCSConfig = {
  matches: ["https://channels.weixin.qq.com/*", "https://store.weixin.qq.com/*"],
  run_at: "document_start",
  all_frames: false,
};

const life = new AbortController();
let reading: AbortController | null = null;

/** Asks whether this page may be read, and reads it if so; an orphan of an update stops for good. */
async function begin(): Promise<void> {
  reading?.abort();
  const current = new AbortController();
  reading = current;
  const permit = await askPermit(current.signal);
  if (!isAlive()) return life.abort();
  if (current.signal.aborted || !permit?.reading) return;
  const deliver: ConstructorParameters<typeof Watcher>[1] = async (observation) => {
    const kept = await ask("observe", `{"observation":${observation}}`);
    if (!isAlive()) life.abort();
    return kept.ok;
  };
  new Watcher(dictionaryOf(permit.labels), deliver, current.signal).start();
}

if (isFirstOf("read-page")) {
  life.signal.addEventListener("abort", () => reading?.abort());
  onPermitNotice(() => void begin(), life.signal);
  void begin();
}
