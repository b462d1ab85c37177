import type { ReactNode } from "react";
import { ConsoleLinks } from "../src/ui/components/console-links";
import { Icon, type IconName } from "../src/ui/components/icon";
import { useSettings } from "../src/ui/data/queries";
import { useSource } from "../src/ui/data/source";
import type { Front } from "../src/ui/data/view";
import { checkText } from "../src/ui/i18n/check-text";
import { useI18n } from "../src/ui/i18n/context";
import { type FrontState, frontState } from "./front-state";

const LOOK: Record<FrontState, readonly [icon: IconName, tone: "good" | "calm" | "care"]> = {
  ok: ["check", "good"],
  partial_page: ["check", "good"],
  loading: ["clock", "calm"],
  needs_login: ["lock", "care"],
  risk_control: ["lock", "care"],
  schema_changed: ["warn", "care"],
  unreadable: ["warn", "care"],
  switched_off: ["off", "care"],
  not_read: ["info", "calm"],
  writing: ["info", "calm"],
  elsewhere: ["info", "calm"],
};

/** One line on the page in front: what came of it, and what the user can do. */
export function FrontLine({ front }: { front: Front | null }): ReactNode {
  const { t, format } = useI18n();
  const source = useSource();
  const settings = useSettings().data;
  if (!front || !settings) return null;
  const state = frontState(front, settings.reading);
  const sighting = front.sighting;
  const read = state === "ok" || state === "partial_page";
  const failed = state === "schema_changed" || state === "unreadable";
  const reasons = failed ? (sighting?.failed ?? []).map((each) => checkText(each, t)) : [];
  const hint =
    read && sighting
      ? t(`front_${state}_hint`, {
          page: t(`page_${sighting.page}`),
          when: format.when(sighting.at),
          n: sighting.readings,
        })
      : t(`front_${state}_hint`);
  const detail = [hint, ...reasons].filter(Boolean).join(" · ");
  const [icon, tone] = LOOK[state];
  return (
    <div className={`front front-${tone}`} role="status">
      <Icon name={icon} />
      <div>
        <p>
          <span className="strong">{t(`front_${state}`)}</span>
          {detail && <span className="soft"> {detail}</span>}
        </p>
        {state === "elsewhere" && <ConsoleLinks />}
        {(state === "switched_off" || failed) && (
          <button
            type="button"
            className="text-button"
            onClick={() => source.openOptions(state === "switched_off" ? "reading" : "log")}
          >
            {t(state === "switched_off" ? "open_reading_settings" : "open_log")}
          </button>
        )}
      </div>
    </div>
  );
}
