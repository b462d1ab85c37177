import { type ReactNode, useState } from "react";
import { ConsoleLinks } from "../src/ui/components/console-links";
import { focusOnMount } from "../src/ui/components/focus";
import { useSettings } from "../src/ui/data/queries";
import { useI18n } from "../src/ui/i18n/context";
import { usePatch } from "./use-patch";

const DOES = ["notice_does_1", "notice_does_2", "notice_does_3"] as const;
const NEVER = ["notice_never_1", "notice_never_2", "notice_never_3"] as const;

/** The first-run page: the platform's rule on plug-ins in its own words, what this one does and what it never does. */
export function NoticeSection(): ReactNode {
  const { t, format } = useI18n();
  const settings = useSettings().data;
  const { save, failure } = usePatch();
  // The button leaves once it is pressed; the answer takes its place for the keyboard too.
  const [isAnswered, setAnswered] = useState(false);
  const confirm = (): void => {
    setAnswered(true);
    void save({ noticeReadAt: Date.now() });
  };
  const readAt = settings?.noticeReadAt ?? null;
  return (
    <div className="prose">
      <p>{t("notice_lead")}</p>
      <blockquote>
        <p>{t("notice_quote")}</p>
        <footer className="soft">{t("notice_quote_from")}</footer>
      </blockquote>
      <p>{t("notice_meaning")}</p>
      <h3>{t("notice_does")}</h3>
      <ul>
        {DOES.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      <h3>{t("notice_never")}</h3>
      <ul>
        {NEVER.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      <p>
        <a href="#reading">{t("notice_switch")}</a>
      </p>
      {readAt === null ? (
        <button type="button" className="button button-main" onClick={confirm}>
          {t("notice_confirm")}
        </button>
      ) : (
        <>
          <p role="status" tabIndex={-1} ref={isAnswered ? focusOnMount : null}>
            {t("notice_read", { when: format.when(readAt) })}
          </p>
          <ConsoleLinks />
        </>
      )}
      <p role="alert">{failure}</p>
    </div>
  );
}
