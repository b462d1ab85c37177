// npm run demo [-- --json] [-- --keep]   Two simulated days at a replica of the console, and what came of them.
import { competitors } from "../../src/competitors/competitors";
import { deltas } from "../../src/metrics/deltas";
import { serveReplica } from "../replica/replica";
import { shanghai } from "../replica/world/days";
import { launchBrowser } from "./browser";
import { DEMO_DAYS, operateDay, writeDraft } from "./demo/days";
import { keepOpen } from "./demo/keep-open";
import { settleIn } from "./demo/operator";
import { takeScreenshots } from "./demo/screenshots";
import { type DemoReport, summary } from "./demo/summary";
import { openDesk } from "./desk";
import { ensureBuild } from "./ensure-build";
import type { VisitReport } from "./visit-report";

const flags = new Set(process.argv.slice(2));
const keep = flags.has("--keep");
const display = process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const say = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  await ensureBuild();
  const replica = await serveReplica();
  const headless = !(keep && display);
  const chromium = await launchBrowser(replica, { headless });
  try {
    const desk = await openDesk(chromium);
    const visits: VisitReport[] = [];
    for (const day of DEMO_DAYS) {
      say(`a morning at the console, ${day}`);
      visits.push(...(await operateDay(desk, replica, day)));
    }
    await settleIn(desk, replica.state.seed, DEMO_DAYS[1], shanghai(DEMO_DAYS[1], "10:00"));
    say("writing a draft");
    const draft = await writeDraft(desk, replica, DEMO_DAYS[1]);
    visits.push(draft);
    await (await chromium.openPopup()).close();
    const view = await desk.stored.view();
    const screenshots = await takeScreenshots(desk);
    if (!keep) await chromium.close();
    const report: DemoReport = {
      visits,
      deltas: deltas(view),
      competitors: competitors(view),
      findings: draft.draft?.findings ?? [],
      outside: await chromium.outside(),
      errors: chromium.errors,
      screenshots,
    };
    process.stdout.write(`${flags.has("--json") ? JSON.stringify(report, null, 2) : summary(report)}\n`);
    if (keep) await keepOpen(desk, headless);
  } finally {
    await chromium.close();
    await replica.close();
  }
}

main().catch((error: Error) => {
  say(`demo: ${error.message}`);
  process.exitCode = 1;
});
