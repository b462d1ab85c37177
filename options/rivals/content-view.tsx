import { type ReactNode, useState } from "react";
import { weeksUntil } from "../../src/competitors/week-board";
import { shanghaiDay } from "../../src/metrics/calendar";
import { Select } from "../../src/ui/components/select";
import { contentWatch } from "../../src/ui/data/rivals/trends";
import { useI18n } from "../../src/ui/i18n/context";
import { Categories, Forms, Words } from "./content-tables";
import { CoverageLine } from "./coverage-line";
import { useRivalQuery } from "./use-rival-query";

const BACK = ["2", "4", "8", "13"] as const;

/** Categories, forms of content and words of titles, this week against some weeks ago. */
export default function ContentView(): ReactNode {
  const { t } = useI18n();
  const [back, setBack] = useState<(typeof BACK)[number]>("4");
  const weeks = weeksUntil(shanghaiDay(Date.now()), Number(back) + 1);
  const { data } = useRivalQuery("content", [weeks], (ledger) => contentWatch(ledger, weeks));
  return (
    <>
      <CoverageLine />
      <div className="controls">
        <Select
          label={t("content_against")}
          value={back}
          options={BACK.map((value) => ({ value, label: t("content_weeks", { n: value }) }))}
          onChange={setBack}
        />
      </div>
      {data && (
        <>
          <Categories of={data.categories} />
          <Forms of={data.forms} />
          <Words of={data.words} />
        </>
      )}
    </>
  );
}
