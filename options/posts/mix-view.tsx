import "./posts.css";
import type { ReactNode } from "react";
import { CONTENT_TYPES } from "../../src/metrics/content";
import { intervalOf } from "../../src/metrics/interval";
import type { MixBoard, MixShare } from "../../src/metrics/mix-board";
import { Icon } from "../../src/ui/components/icon";
import { useI18n } from "../../src/ui/i18n/context";

/** 70/20/10 and 90/10 over the posts of 30 days: share, target and drift; open while posts are not marked. */
export function MixView({ board }: { board: MixBoard }): ReactNode {
  const { t } = useI18n();
  if (board.posts === 0) return <p className="soft">{t("mix_none")}</p>;
  const { open } = board;
  const unmarked = [
    open.type > 0 && t("mix_open_type", { n: open.type }),
    open.vertical > 0 && t("mix_open_vertical", { n: open.vertical }),
    open.original > 0 && t("mix_open_original", { n: open.original }),
  ].filter((each) => each !== false);
  return (
    <section className="mix">
      <h3>{t("mix", { n: board.posts })}</h3>
      <ul className="mix-shares">
        {board.shares.map((share) => (
          <ShareView key={share.kind} share={share} />
        ))}
      </ul>
      {unmarked.length > 0 && <p className="soft">{t("mix_open", { what: unmarked.join(t("list_comma")) })}</p>}
    </section>
  );
}

function ShareView({ share: { kind, share, wanted, tolerance, met } }: { share: MixShare }): ReactNode {
  const { t, format, language } = useI18n();
  const known = intervalOf(share);
  const [low, high] = [(known?.low ?? 0) * 100, (known?.high ?? 0) * 100];
  const english = CONTENT_TYPES.find(({ type }) => type === kind)?.en;
  const isMark = kind === "vertical" || kind === "original";
  const name = isMark ? t(`post_${kind}`) : language === "en" ? (english ?? kind) : kind;
  const goal =
    tolerance === null
      ? t("mix_goal_least", { goal: format.number(wanted, "ratio") })
      : t("mix_goal", { goal: format.number(wanted, "ratio"), tolerance: format.number(tolerance, "ratio") });
  return (
    <li>
      <p>
        <span className="strong">{name}</span> {format.value(share, "ratio").text}
      </p>
      <svg className="target-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect className="target-rail" width="100" height="6" />
        <rect className="target-fill" width={low} height="6" />
        <rect className="target-open" x={low} width={Math.max(0, high - low)} height="6" />
        <rect className="target-tick" x={wanted * 100 - 0.5} width="1" height="6" />
      </svg>
      <p className="target">
        {met !== null && <Icon name={met ? "check" : "warn"} />}
        <span>
          {goal} {met === null ? t("mix_untold") : t(met ? "mix_met" : "mix_off")}
        </span>
      </p>
    </li>
  );
}
