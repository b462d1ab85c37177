import type { PlasmoCSConfig } from "plasmo";
import { ask, isAlive, onPermitNotice } from "../src/browser/page-port";
import { dictionaryOf } from "../src/console/labels";
import { Watcher } from "../src/console/watch";
import type { ConsoleHost } from "../src/ledger/model";

export const config: PlasmoCSConfig = {
  matches: ["https://channels.weixin.qq.com/*", "https://store.weixin.qq.com/*"],
  run_at: "document_start",
  all_frames: false,
};

let reading: AbortController | null = null;

/** Asks whether this page may be read, and reads it if so; an orphan of an update stops for good. */
async function begin(): Promise<void> {
  reading?.abort();
  const current = new AbortController();
  reading = current;
  const answer = await ask("hello", { host: location.host as ConsoleHost });
  if (current.signal.aborted || !answer.ok || !answer.value.reading) return;
  const deliver: ConstructorParameters<typeof Watcher>[1] = async (observation) => {
    const kept = await ask("observe", { observation });
    if (!isAlive()) current.abort();
    return kept.ok;
  };
  new Watcher(dictionaryOf(answer.value.labels), deliver, current.signal).start();
}

const life = new AbortController();
onPermitNotice(() => void begin(), life.signal);
if (document.readyState === "loading")
  document.addEventListener("DOMContentLoaded", () => void begin(), { once: true });
else void begin();
