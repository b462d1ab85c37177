import { type ReactNode, useState } from "react";
import { useI18n } from "../i18n/context";
import { Icon } from "./icon";

/** Copies a text; says that it did, to the eye and to a screen reader, or that the browser refused. */
export function CopyButton({ text }: { text: string }): ReactNode {
  const { t } = useI18n();
  const [state, setState] = useState<"idle" | "done" | "refused">("idle");
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setState("done"),
      () => setState("refused"),
    );
  };
  const status = state === "idle" ? "" : t(state === "done" ? "copy_done" : "copy_refused");
  return (
    <>
      <button type="button" className="button" onClick={copy} aria-label={t("copy_what", { text })}>
        <Icon name={state === "done" ? "check" : "copy"} />
        {status || t("copy")}
      </button>
      <span className="visually-hidden" role="status">
        {status}
      </span>
    </>
  );
}
