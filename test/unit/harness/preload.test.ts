import { describe, expect, it } from "vitest";
import { withPreloads } from "../../harness/preload";

const PAGE =
  '<html><head><title>t</title></head><body><script src="/popup.5eb990aa.js" type="module"></script></body></html>';

describe("a page of the build", () => {
  it("asks for the store's chunk and its strings before its script runs", () => {
    const page = withPreloads(
      PAGE,
      'register(JSON.parse(\'{"a":"store.df6e718f.js","b":"store-line.0ea01b7f.js"}\'))',
      ["messages"],
    );
    expect(page).toContain(
      '<link rel="modulepreload" href="/store.df6e718f.js"><link rel="preload" as="fetch" crossorigin href="/_locales/zh_CN/messages.json"></head>',
    );
  });

  it("is not built where no chunk holds the store", () => {
    expect(() => withPreloads(PAGE, "store-line.0ea01b7f.js", [])).toThrow("no chunk of the store");
  });
});
