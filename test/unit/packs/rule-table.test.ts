import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { productPacks } from "../../harness/packs";
import { ruleTable } from "../../harness/rule-table";

it("assets/docs/rules.md is made from the packs as they are; npm run docs writes it", async () => {
  const page = readFileSync(fileURLToPath(new URL("../../../assets/docs/rules.md", import.meta.url)), "utf8");
  expect(page).toBe(ruleTable(await productPacks()));
});
