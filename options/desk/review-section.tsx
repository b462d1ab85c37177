import { type ReactNode, useState } from "react";
import type { CaseState } from "../../src/operations/reviews/case";
import { Empty } from "../../src/ui/components/empty";
import { focusOnMount } from "../../src/ui/components/focus";
import { Select } from "../../src/ui/components/select";
import { useReviews } from "../../src/ui/data/queries";
import { ReviewBadge } from "../../src/ui/desk/review-badge";
import { StatusLine } from "../../src/ui/desk/status-line";
import { useDecisions } from "../../src/ui/desk/use-decisions";
import { useCases } from "../../src/ui/desk/use-review";
import { useI18n } from "../../src/ui/i18n/context";
import { ChainPanel } from "./chain-panel";
import { MissedList } from "./missed-list";
import { ReviewDetail } from "./review-detail";

const STATES: readonly CaseState[] = ["human", "legal", "evidence", "returned", "passed", "accepted", "rejected"];
const ALL = "all";

/** The cases under review, one of them opened, and whether the record is whole. */
export default function ReviewSection(): ReactNode {
  const { t, format } = useI18n();
  const rows = useReviews().data;
  const cases = useCases();
  const decisions = useDecisions();
  const [open, setOpen] = useState<string | null>(null);
  const [left, setLeft] = useState<string | null>(null);
  const [filter, setFilter] = useState<CaseState | typeof ALL>(ALL);
  if (!rows || !cases) return null;
  const opened = cases.find(({ id }) => id === open);
  const back = (): void => {
    setLeft(open);
    setOpen(null);
  };
  if (opened) return <ReviewDetail review={opened} onBack={back} />;
  if (cases.length === 0)
    return (
      <Empty title={t("review_none")}>
        <p className="soft">{t("review_none_hint")}</p>
      </Empty>
    );
  const count = (state: CaseState): number => cases.filter((each) => each.state === state).length;
  const options = STATES.filter((state) => count(state) > 0).map((state) => ({
    value: state,
    label: `${t(`review_state_${state}`)} ${count(state)}`,
  }));
  return (
    <>
      <p className="soft">{t("review_hint")}</p>
      <p className="copy-scope">
        <Select<CaseState | typeof ALL>
          label={t("review_filter")}
          value={filter}
          options={[{ value: ALL, label: t("review_filter_all", { n: cases.length }) }, ...options]}
          onChange={setFilter}
        />
      </p>
      <ul className="group cases">
        {cases
          .filter(({ state }) => filter === ALL || state === filter)
          .map((each) => (
            <li key={each.id}>
              <button
                type="button"
                className="case"
                ref={each.id === left ? focusOnMount : null}
                onClick={() => setOpen(each.id)}
              >
                <span className="case-title">{each.sent.title}</span>
                <ReviewBadge state={each.state} />
                <span className="soft">
                  {each.sent.by} · {format.when(each.at)}
                </span>
              </button>
            </li>
          ))}
      </ul>
      <StatusLine status={decisions.status} />
      <MissedList cases={cases} onAdd={decisions.addWord} />
      <ChainPanel rows={rows} />
    </>
  );
}
