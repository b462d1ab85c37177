import { useCallback, useMemo, useState } from "react";
import { Boundary } from "../src/ui/components/boundary";
import { FindField } from "../src/ui/components/find-field";
import { Tabs } from "../src/ui/components/tabs";
import { usePart } from "../src/ui/components/use-part";
import { useShortcuts } from "../src/ui/components/use-shortcuts";
import { useFront, useOwners } from "../src/ui/data/queries";
import { useKept } from "../src/ui/data/use-kept";
import { useI18n } from "../src/ui/i18n/context";
import { ACCOUNT, chosenOf } from "./account";
import { CompetitorsTab } from "./competitors-tab";
import { Header } from "./header";
import { MetricsTab } from "./metrics-tab";
import { TABS, type TabKey, useTabItems } from "./tab-items";

const complianceTab = () => import("./compliance-tab");

export function App() {
  const { t } = useI18n();
  const [kept, setTab] = useKept("popup-tab");
  const tab: TabKey = TABS.find((key) => key === kept) ?? "metrics";
  const [find, setFind] = useState<string | null>(null);
  const owners = useOwners().data;
  const accounts = owners ?? [];
  const [chosen, setAccount] = useKept(ACCOUNT);
  // Null is all of them: a channel and its shop are mostly watched together.
  const account = owners === undefined ? chosenOf(chosen) : (owners.find((each) => each.key === chosen)?.key ?? null);
  const front = useFront().data ?? null;
  const ComplianceTab = usePart(tab === "compliance", complianceTab);
  const items = useTabItems(account, front?.tab ?? null);
  const onEscape = useCallback(() => (find === null ? window.close() : setFind(null)), [find]);
  useShortcuts(
    useMemo(
      () => ({
        "1": () => setTab("metrics"),
        "2": () => setTab("competitors"),
        "3": () => setTab("compliance"),
        "/": () => setFind((text) => text ?? ""),
        Escape: onEscape,
      }),
      [onEscape, setTab],
    ),
  );
  return (
    <>
      <Header accounts={accounts} account={account} onAccount={setAccount} front={front} />
      <main>
        <div className="tab-row">
          <Tabs label={t("tabs")} items={items} active={tab} onChange={setTab} />
          <FindField value={find} onChange={setFind} />
        </div>
        <div id={`panel-${tab}`} role="tabpanel" aria-labelledby={`tab-${tab}`}>
          <Boundary key={tab}>
            {tab === "metrics" && (
              <MetricsTab account={account} isMixed={account === null && accounts.length > 1} find={find ?? ""} />
            )}
            {tab === "competitors" && <CompetitorsTab find={find ?? ""} />}
            {tab === "compliance" && ComplianceTab && <ComplianceTab tab={front?.tab ?? null} find={find ?? ""} />}
          </Boundary>
        </div>
      </main>
    </>
  );
}
