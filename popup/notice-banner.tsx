import type { ReactNode } from "react";
import { Icon } from "../src/ui/components/icon";
import { useSettings } from "../src/ui/data/queries";
import { useSource } from "../src/ui/data/source";
import { useI18n } from "../src/ui/i18n/context";

/** Until the first-run notice has been read, the way to it stands above everything. */
export function NoticeBanner(): ReactNode {
  const { t } = useI18n();
  const source = useSource();
  const settings = useSettings().data;
  if (!settings || settings.noticeReadAt !== null) return null;
  return (
    <div className="notice">
      <Icon name="info" />
      <p>
        {t("notice_unread")}{" "}
        <button type="button" className="text-button" onClick={() => source.openOptions("notice")}>
          {t("notice_open")}
        </button>
      </p>
    </div>
  );
}
