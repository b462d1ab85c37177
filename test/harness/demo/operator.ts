import type { Page } from "puppeteer";
import type { Kind, Requests } from "../../../src/messaging/protocol";
import { talentsOn } from "../../replica/world/talents";
import type { Desk } from "../desk";

/** Sends from an extension page what its controls send. Throws on an answer that is not ok. */
export async function tell<K extends Kind>(from: Page, kind: K, input: Requests[K]["in"]): Promise<void> {
  const answer = (await from.evaluate(`chrome.runtime.sendMessage(${JSON.stringify({ kind, input })})`)) as {
    readonly ok: boolean;
    readonly error?: unknown;
  };
  if (!answer.ok) throw new Error(`the extension refused ${kind}: ${JSON.stringify(answer.error)}`);
}

/** Reads the notice, and stars the first talents on the square. */
export async function settleIn({ chromium }: Desk, seed: string, day: string, at: Date): Promise<void> {
  const options = await chromium.openExtensionPage("options.html");
  await tell(options, "set_settings", { patch: { noticeReadAt: at.getTime() } });
  for (const { id } of talentsOn(seed, day).slice(0, 6))
    await tell(options, "put_notes", {
      notes: [{ kind: "rival", id: `talent:${id}`, fields: { entity: `talent:${id}` } }],
    });
  await options.close();
}
