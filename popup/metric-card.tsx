import { type ReactNode, useId, useState } from "react";
import { DeltaText } from "../src/ui/components/delta-text";
import { Icon } from "../src/ui/components/icon";
import { sourceParts } from "../src/ui/components/source-text";
import { Sparkline } from "../src/ui/components/sparkline";
import { TargetText } from "../src/ui/components/target-text";
import { usePart } from "../src/ui/components/use-part";
import type { KpiCard } from "../src/ui/data/view";
import { useI18n } from "../src/ui/i18n/context";
import { UnfoldButton } from "./unfold-button";

const cardDetail = () => import("./card-detail");

/** One number: what it is, how big, how it moved and against which days, and where it was seen and when. */
export function MetricCard(props: {
  card: KpiCard;
  name: string;
  showsOwner: boolean;
  isPinned: boolean;
  onPin: (metric: string) => void;
}): ReactNode {
  const { card, name, showsOwner, isPinned, onPin } = props;
  const { t, format } = useI18n();
  const [open, setOpen] = useState(false);
  const CardDetail = usePart(open, cardDetail);
  const id = useId();
  const value = format.value(card.value, card.unit);
  const owner = card.entity.name ?? t(`entity_${card.entity.type}`);
  const from = [
    ...(showsOwner ? [owner] : []),
    ...sourceParts(card, t, format),
    ...(card.period ? [t("card_period", { period: format.period(card.period) })] : []),
  ];
  return (
    <li className="card">
      <div className="card-top">
        <h2 className="card-name">{name}</h2>
        <button
          type="button"
          className="icon-button"
          aria-pressed={isPinned}
          aria-label={t("pin", { name })}
          title={t(isPinned ? "pin_off" : "pin_on")}
          onClick={() => onPin(card.metric)}
        >
          <Icon name="pin" filled={isPinned} />
        </button>
        <UnfoldButton name={name} controls={id} open={open} onToggle={() => setOpen(!open)} />
      </div>
      <div className="card-middle">
        <p className="big" title={value.full}>
          {value.text}
        </p>
        <Sparkline series={card.series} target={card.target} />
      </div>
      <p className="card-delta">
        <DeltaText delta={card.delta} unit={card.unit} />
        {card.delta && (
          <span className="soft">{t("delta_against", { period: format.period(card.delta.against.period) })}</span>
        )}
      </p>
      {card.target && <TargetText target={card.target} unit={card.unit} />}
      <p className="soft parts">
        {from.map((part) => (
          <span key={part}>{part}</span>
        ))}
      </p>
      <div id={id} hidden={!open}>
        {open && CardDetail && <CardDetail card={card} name={name} />}
      </div>
    </li>
  );
}
