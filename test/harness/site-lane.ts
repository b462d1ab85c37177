import { askWorker } from "./ask-worker";
import { launchBrowser } from "./browser";
import { type Handler, serveConsole } from "./console-server";
import { type SiteReport, visitSite } from "./read-site";
import type { Site } from "./site";
import { siteFolder } from "./site-folder";
import { openStored } from "./stored";

/** A browser for many sites in turn, each in a new tab over an emptied store: what {@link readSite} does, for less. */
export interface SiteLane {
  /** `outside` is told of the whole lane, when it is closed. */
  read(site: Site): Promise<Omit<SiteReport, "outside">>;
  /** Closes the browser; addresses that any of the sites asked for on hosts that are not served. */
  close(): Promise<readonly string[]>;
}

/** `hosts`: every name that a site of the lane serves. */
export async function openSiteLane(hosts: readonly string[]): Promise<SiteLane> {
  let pages: Handler = () => null;
  const server = await serveConsole((request) => pages(request), hosts);
  const chromium = await launchBrowser(server);
  const stored = await openStored(chromium);
  const aside = await chromium.openExtensionPage("manifest.json");
  return {
    async read(site) {
      pages = siteFolder(site.folder);
      const errorsBefore = chromium.errors.length;
      const page = await chromium.browser.newPage();
      const found = await visitSite({ chromium, page, tab: await chromium.tabId(page), stored }, site);
      const cdp = await page.createCDPSession();
      for (const host of server.hosts)
        await cdp.send("Storage.clearDataForOrigin", { origin: `https://${host}`, storageTypes: "all" });
      await page.close();
      const answer = await askWorker(aside, "delete_everything", {});
      if ((answer as { ok?: boolean }).ok !== true) throw new Error(`the store was not emptied: ${String(answer)}`);
      return { ...found, errors: chromium.errors.slice(errorsBefore) };
    },
    async close() {
      await chromium.close();
      await server.close();
      return chromium.outside();
    },
  };
}
