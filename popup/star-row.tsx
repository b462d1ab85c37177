import type { ReactNode } from "react";
import { Icon } from "../src/ui/components/icon";
import { useI18n } from "../src/ui/i18n/context";

/** A seller with its star. */
export function StarRow(props: {
  name: string;
  link: string | null;
  starred: boolean;
  onStar: () => Promise<void>;
  children: ReactNode;
}): ReactNode {
  const { name, link, starred } = props;
  const { t } = useI18n();
  return (
    <li className="row">
      <button
        type="button"
        className="icon-button"
        aria-pressed={starred}
        aria-label={t("watch_star", { name })}
        title={t(starred ? "watch_off" : "watch_on")}
        onClick={() => void props.onStar()}
      >
        <Icon name="star" filled={starred} />
      </button>
      <div className="row-body">
        <h3 className="row-name">
          {link ? (
            <a href={link} target="_blank" rel="noreferrer">
              {name}
            </a>
          ) : (
            name
          )}
        </h3>
        {props.children}
      </div>
    </li>
  );
}
