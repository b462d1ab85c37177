import type { ReactNode } from "react";
import { useI18n } from "../i18n/context";
import { focusOnMount, useFocusReturn } from "./focus";
import { Icon } from "./icon";

/** A magnifier that opens into a field: null is closed. */
export function FindField({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (value: string | null) => void;
}): ReactNode {
  const { t } = useI18n();
  const button = useFocusReturn(value !== null);
  if (value === null)
    return (
      <button
        type="button"
        ref={button}
        className="icon-button"
        aria-label={t("find")}
        aria-keyshortcuts="/"
        title={t("find")}
        onClick={() => onChange("")}
      >
        <Icon name="search" />
      </button>
    );
  return (
    <div className="find">
      <input
        className="field"
        aria-label={t("find")}
        placeholder={t("find")}
        value={value}
        ref={focusOnMount}
        onChange={(event) => onChange(event.target.value)}
      />
      <button type="button" className="icon-button" aria-label={t("find_close")} onClick={() => onChange(null)}>
        <Icon name="close" />
      </button>
    </div>
  );
}

/** True when every word sought is in one of the texts; case does not matter. */
export function matches(find: string, ...texts: readonly (string | null)[]): boolean {
  const all = texts.join(" ").toLowerCase();
  return find
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
