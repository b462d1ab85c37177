import { expect, test } from "vitest";
import { Disguise } from "../../../src/console/disguise";
import { ReportWords } from "../../../src/console/report-words";

test("a measure takes no number of the page", () => {
  const originals = new Set(["0.8", "1.6", "2.4", "199.00"]);
  for (let run = 0; run < 500; run++) {
    const said = new Disguise(new ReportWords(new Map()), originals).text("蜡线 0.8mm 50米");
    expect(said.match(/\d[\d,.]*\d/g)?.filter((each) => originals.has(each))).toEqual([]);
  }
});
