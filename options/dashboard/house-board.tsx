import { type ReactNode, useState } from "react";
import { type HouseDashboard, TIERS } from "../../src/metrics/dashboard";
import { matches } from "../../src/ui/components/find-field";
import { useI18n } from "../../src/ui/i18n/context";
import { MixView } from "../posts/mix-view";
import { AssumptionsForm } from "./assumptions-form";
import { FunnelView } from "./funnel-view";
import { GapList } from "./gap-list";
import { MetricDetail } from "./metric-detail";
import { StockLine } from "./stock-line";
import { TierSection } from "./tier-section";

/** The tiers of one account or shop: tiles, what is missing, and one tile opened below its tier. */
export function HouseBoard(props: {
  board: HouseDashboard;
  isWhole: boolean;
  find: string;
  showsName: boolean;
}): ReactNode {
  const { board, isWhole, find, showsName } = props;
  const { t } = useI18n();
  const [open, setOpen] = useState<string | null>(null);
  const { house } = board;
  return (
    <section className="house">
      {showsName && (
        <h3 className="house-name">
          {house.name ?? t("name_unknown")} <span className="soft">{t(`entity_${house.type}`)}</span>
        </h3>
      )}
      {TIERS.map((tier) => {
        const entries = board.entries.filter(
          ({ card, tier: own }) => own === tier && matches(find, card.name.zh, card.name.en, card.metric),
        );
        const gaps = board.gaps.filter(
          ({ name, metric, tier: own }) => own === tier && matches(find, name.zh, name.en, metric),
        );
        const isDecision = tier === "decision" && house.type === "shop" && find === "";
        if (entries.length + gaps.length === 0 && !isDecision) return null;
        const shown = entries.find(({ card }) => card.id === open);
        return (
          <TierSection
            key={tier}
            house={house.key}
            tier={tier}
            entries={entries}
            isWhole={isWhole}
            isChanged={find !== "" || open !== null}
            open={open}
            onOpen={setOpen}
            above={tier === "basic" && board.funnel && find === "" && <FunnelView funnel={board.funnel} />}
            below={
              <>
                {shown && <MetricDetail entry={shown} />}
                {isDecision && board.stock && <StockLine stock={board.stock} />}
                {tier === "other" && board.mix && find === "" && <MixView board={board.mix} />}
                {isDecision && <AssumptionsForm shop={house.key} />}
                {isWhole && <GapList gaps={gaps} isFolded={tier === "other" && find === ""} />}
              </>
            }
          />
        );
      })}
    </section>
  );
}
