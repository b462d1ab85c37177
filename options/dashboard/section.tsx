import "./dashboard.css";
import { type ReactNode, useState } from "react";
import { ConsoleLinks } from "../../src/ui/components/console-links";
import { Empty } from "../../src/ui/components/empty";
import { FindField } from "../../src/ui/components/find-field";
import { Trouble } from "../../src/ui/components/trouble";
import { useDashboard } from "../../src/ui/data/dashboard-queries";
import { useI18n } from "../../src/ui/i18n/context";
import { HouseSwitch, useHouse } from "../house-switch";
import { CombinedTable } from "./combined-table";
import { HouseBoard } from "./house-board";

/** The three tiers of one account or shop, or of all of them one below the other. */
export default function DashboardSection(): ReactNode {
  const { t } = useI18n();
  const { house, houses, choose } = useHouse();
  const { data, isWhole, error, refetch } = useDashboard(house);
  const [find, setFind] = useState<string | null>(null);
  if (error) return <Trouble error={error} onRetry={refetch} />;
  if (!data) return null;
  if (data.houses.length === 0)
    return (
      <Empty title={t("metrics_empty")}>
        <p className="soft">{t("metrics_empty_hint")}</p>
        <ConsoleLinks />
      </Empty>
    );
  return (
    <>
      <div className="toolbar">
        <HouseSwitch house={house} houses={houses} onChange={choose} />
        <FindField value={find} onChange={setFind} />
      </div>
      {data.combined.length > 0 && <CombinedTable rows={data.combined} />}
      {data.houses.map((each) => (
        <HouseBoard
          key={each.house.key}
          board={each}
          isWhole={isWhole}
          find={find ?? ""}
          showsName={data.houses.length > 1}
        />
      ))}
    </>
  );
}
