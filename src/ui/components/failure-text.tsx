import type { ReactNode } from "react";
import type { CloudFailure } from "../../vault/cloud-plan";
import { useI18n } from "../i18n/context";
import { Icon } from "./icon";

/** What failed with the bucket: its cause, what to do, and when it is tried next. */
export function FailureText(props: { failure: CloudFailure; next: number | null; more?: ReactNode }): ReactNode {
  const { failure, next, more } = props;
  const { t, format } = useI18n();
  return (
    <div className="notice" role="alert">
      <Icon name="warn" />
      <p title={failure.detail}>
        <span className="strong">{t(`cloud_failed_${failure.act}`, { when: format.when(failure.at) })}</span>{" "}
        {t(`cloud_error_${failure.code}`)}{" "}
        {next !== null && <span className="soft">{t("cloud_next", { when: format.when(next) })}</span>} {more}
      </p>
    </div>
  );
}
