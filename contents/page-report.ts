import type { PlasmoCSConfig } from "plasmo";
import { isFirstOf } from "../src/browser/first";
import { askPermit } from "../src/browser/permit";
import { onReportAsked, type PageReport } from "../src/browser/report-port";
import { dictionaryOf } from "../src/console/labels";
import { placeOf } from "../src/console/page";
import { pageReport } from "../src/console/page-report";

export const config: PlasmoCSConfig = {
  matches: ["https://channels.weixin.qq.com/*", "https://store.weixin.qq.com/*"],
  run_at: "document_start",
  all_frames: false,
};

/** Does nothing until the user asks for a report of this page. Pages of people's words and contacts have none. */
async function makeReport(): Promise<PageReport | null> {
  const { page, forbidden } = placeOf(location.href);
  const permit = forbidden ? null : await askPermit(new AbortController().signal);
  return permit?.reading ? { page, html: pageReport(document, location.href, dictionaryOf(permit.labels)) } : null;
}

if (isFirstOf("page-report")) onReportAsked(makeReport);
