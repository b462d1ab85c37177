import { describe, expect, it } from "vitest";
import { frontState } from "../../../popup/front-state";
import type { FailedCheck, PageKind, PageState } from "../../../src/console/observation";
import { DEFAULT_SETTINGS, type Sighting } from "../../../src/ledger/model";
import type { Front } from "../../../src/ui/data/view";

const on = DEFAULT_SETTINGS.reading;
const sighting = (state: PageState): Sighting => ({
  seq: 1,
  at: 0,
  tab: 1,
  page: "shop_data",
  state,
  url: "https://store.weixin.qq.com/shop/statistics/product",
  account: null,
  period: null,
  snapshot: null,
  readings: 0,
  unknownLabels: [],
  failed: [],
});
const front = (state: PageState | null, isConsole = true): Front => ({
  tab: 1,
  isConsole,
  sighting: state && sighting(state),
});

describe("frontState", () => {
  it("is elsewhere on another site, whatever the tab once held", () => {
    expect(frontState(front("ok", false), on)).toBe("elsewhere");
  });
  it("is loading before the first look", () => {
    expect(frontState(front(null), on)).toBe("loading");
  });
  it("tells a page that is not ours from reading switched off", () => {
    expect(frontState(front("off"), on)).toBe("not_read");
    expect(frontState(front("off"), { ...on, all: false })).toBe("switched_off");
    expect(frontState(front("ok"), { ...on, hosts: { ...on.hosts, "store.weixin.qq.com": false } })).toBe(
      "switched_off",
    );
    expect(frontState(front("ok"), { ...on, hosts: { ...on.hosts, "channels.weixin.qq.com": false } })).toBe("ok");
  });
  it("tells what a page is for that has nothing to read: an editor, a notice", () => {
    const on = (page: PageKind, state: PageState = "ok"): string =>
      frontState({ ...front("ok"), sighting: { ...sighting(state), page } }, DEFAULT_SETTINGS.reading);
    expect([on("post_editor"), on("goods_editor"), on("notices")]).toEqual(["writing", "writing", "not_read"]);
    expect([on("post_editor", "loading"), on("goods_editor", "needs_login")]).toEqual(["loading", "needs_login"]);
    const off = { ...DEFAULT_SETTINGS.reading, all: false };
    expect(frontState({ ...front("ok"), sighting: { ...sighting("ok"), page: "post_editor" } }, off)).toBe(
      "switched_off",
    );
  });
  it.each(["ok", "partial_page", "needs_login", "risk_control", "schema_changed", "loading"] as const)(
    "passes %s on",
    (state) => {
      expect(frontState(front(state), on)).toBe(state);
    },
  );
  it("tells what no extension can see from a page that has changed", () => {
    const of = (check: FailedCheck["check"]): Front => ({
      ...front("schema_changed"),
      sighting: { ...sighting("schema_changed"), failed: [{ check, expected: null, seen: null }] },
    });
    expect(frontState(of("canvas_only"), on)).toBe("unreadable");
    expect(frontState(of("out_of_reach"), on)).toBe("unreadable");
    expect(frontState(of("totals"), on)).toBe("schema_changed");
  });
});
