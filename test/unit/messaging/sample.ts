import type { Observation } from "../../../src/console/observation";
import type { Self, Sender } from "../../../src/messaging/policy";

export const SELF: Self = { id: "abcdefgh", origin: "chrome-extension://abcdefgh" };

export const consoleTab = (tab = 1, url = "https://channels.weixin.qq.com/platform/post/list"): Sender => ({
  id: SELF.id,
  url,
  frameId: 0,
  documentId: `doc-${tab}`,
  tab: { id: tab },
});

export const ownPage: Sender = { id: SELF.id, url: `${SELF.origin}/popup.html`, frameId: 0 };

export const seen: Observation = {
  page: "post_list",
  state: "ok",
  url: "https://channels.weixin.qq.com/platform/post/list",
  account: { id: null, name: "山里人家" },
  period: null,
  entities: [{ type: "video", id: null, name: "春茶", publishedAt: "2026-11-01T08:00" }],
  readings: [
    { entity: 0, metric: "play_count", unit: "count", value: { precision: "exact", value: 10 }, period: null },
  ],
  unknownLabels: [],
  failed: [],
  complete: true,
};
