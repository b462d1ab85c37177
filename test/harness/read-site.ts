import type { Competitor } from "../../src/competitors/competitor";
import { competitors } from "../../src/competitors/competitors";
import type { Delta } from "../../src/metrics/delta";
import { deltas } from "../../src/metrics/deltas";
import { launchBrowser } from "./browser";
import { serveConsole } from "./console-server";
import { type Desk, openDesk } from "./desk";
import type { Site } from "./site";
import { siteFolder } from "./site-folder";
import { visit } from "./visit";
import type { VisitReport } from "./visit-report";

/** What the pages of a site left in the store. */
export interface SiteFindings {
  readonly visits: readonly VisitReport[];
  readonly deltas: readonly Delta[];
  readonly competitors: readonly Competitor[];
}

export interface SiteReport extends SiteFindings {
  /** Addresses asked for on hosts that are not served. */
  readonly outside: readonly string[];
  /** Uncaught errors of the extension's own scripts. */
  readonly errors: readonly string[];
}

/** Visits the pages of a site in order in one tab of a fresh browser with the built extension. */
export async function readSite(site: Site): Promise<SiteReport> {
  const server = await serveConsole(siteFolder(site.folder), site.hosts);
  try {
    const chromium = await launchBrowser(server);
    try {
      const findings = await visitSite(await openDesk(chromium), site);
      await chromium.close();
      return { ...findings, outside: await chromium.outside(), errors: chromium.errors };
    } finally {
      await chromium.close();
    }
  } finally {
    await server.close();
  }
}

/** Visits the pages of a site in order at a desk whose store is empty. */
export async function visitSite(desk: Desk, site: Site): Promise<SiteFindings> {
  const visits: VisitReport[] = [];
  for (const step of site.visits) visits.push(await visit(desk, step));
  const view = await desk.stored.view();
  return { visits, deltas: deltas(view), competitors: competitors(view) };
}
