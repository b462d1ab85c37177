import { launchBrowser } from "../harness/browser";
import { serveReplica } from "../replica/replica";
import { type Figure, figure } from "./figure";

/** First contentful paint of the popup, over a store that has read the replica's pages, ms. */
export async function measurePopup(runs = 20): Promise<Figure[]> {
  const replica = await serveReplica({ delayMs: 100 });
  const chromium = await launchBrowser(replica);
  try {
    const times: number[] = [];
    for (let run = -2; run < runs; run++) {
      const page = await chromium.openExtensionPage("popup.html");
      const handle = await page.waitForFunction(
        () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
      );
      const time = await handle.jsonValue();
      if (run >= 0 && time !== undefined) times.push(time);
      await page.close();
    }
    return [figure("popup.fcp_ms", times, "ms", 120)];
  } finally {
    await chromium.close();
    await replica.close();
  }
}
