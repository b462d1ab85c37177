import { type ReactNode, useEffect, useState } from "react";
import type { KpiCard } from "../src/ui/data/view";
import { useI18n } from "../src/ui/i18n/context";

const KEY = "popup-last-look";
/** Opened again within this time, it is the same look. */
const SAME_LOOK_MS = 10 * 60_000;

/** When the user last looked, ms; null for the first time. It moves on for the next opening, not for this one. */
function useLastLook(): number | null {
  const [before] = useState(() => {
    const [last, previous] = (localStorage.getItem(KEY) ?? "").split(" ").map(Number);
    return Date.now() - (last ?? 0) < SAME_LOOK_MS ? previous || null : last || null;
  });
  useEffect(() => localStorage.setItem(KEY, `${Date.now()} ${before ?? 0}`), [before]);
  return before;
}

/** Which numbers certainly moved since the user last looked; nothing on the first day and when none did. */
export default function SinceLine({ cards }: { cards: readonly KpiCard[] }): ReactNode {
  const { t, format, language } = useI18n();
  const since = useLastLook();
  if (since === null) return null;
  const moved = cards.filter(
    ({ at, delta }) => at > since && (delta?.direction === "up" || delta?.direction === "down"),
  );
  const names = [...new Set(moved.map(({ name }) => name[language === "en" ? "en" : "zh"]))];
  return (
    <p className="since soft">
      {names.length === 0
        ? t("since_nothing", { when: format.when(since) })
        : t("since", { when: format.when(since), names: names.join(t("list_comma")) })}
    </p>
  );
}
