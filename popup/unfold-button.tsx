import type { ReactNode } from "react";
import { Icon } from "../src/ui/components/icon";
import { useI18n } from "../src/ui/i18n/context";

/** Shows and hides what there is to say beyond one line. `controls` is the id of what unfolds. */
export function UnfoldButton(props: {
  name: string;
  controls: string;
  open: boolean;
  onToggle: () => void;
  className?: string;
}): ReactNode {
  const { name, controls, open, onToggle, className = "" } = props;
  const { t } = useI18n();
  return (
    <button
      type="button"
      className={`icon-button ${className}`}
      aria-expanded={open}
      aria-controls={controls}
      aria-label={t("card_detail", { name })}
      onClick={onToggle}
    >
      <Icon name="chevron" />
    </button>
  );
}
