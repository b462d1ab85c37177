import { type ReactNode, useState } from "react";
import type { Connection } from "../../src/ledger/connection";
import { announce } from "../../src/messaging/changed";
import { send } from "../../src/messaging/client";
import { focusOnMount } from "../../src/ui/components/focus";
import { useI18n } from "../../src/ui/i18n/context";
import { type Checked, importArchive } from "../../src/vault/archive-work";
import { percent } from "./size-text";
import type { Work } from "./use-work";

/** What a checked archive would add, and the way to take it in. */
export function TakeIn(props: {
  connection: Connection;
  checked: Checked;
  /** Which of several backups it is, in words. */
  name?: string;
  work: Work;
  onTaken: () => void;
}): ReactNode {
  const { connection, checked, name, work, onTaken } = props;
  const { t } = useI18n();
  const [mode, setMode] = useState<"merge" | "replace">("merge");
  const take = (): void => {
    void work.run(async (tell, signal) => {
      const onPart = (part: number): void => tell(t("archive_taking", { part: percent(part) }));
      const { readings, snapshots } = await importArchive(connection, checked, mode, onPart, signal);
      // The store has it, whatever the worker answers; its views and rules follow when the worker hears of it.
      const answer = await send("taken_in", {});
      if (!answer.ok) announce({ what: "everything" });
      onTaken();
      return t("archive_taken", { readings, snapshots });
    });
  };
  return (
    // Who works by keyboard or ear goes on with what was found.
    <fieldset className="group vault-found" ref={focusOnMount} tabIndex={-1}>
      <legend>{[t("archive_found"), ...(name ? [name] : [])].join(" · ")}</legend>
      <p>{t("archive_adds", { ...checked.survey })}</p>
      {checked.refused > 0 && <p>{t("archive_refused", { notes: checked.refused })}</p>}
      {(["merge", "replace"] as const).map((each) => (
        <label key={each} className="vault-choice">
          <input type="radio" name="mode" checked={mode === each} onChange={() => setMode(each)} />
          {t(`archive_${each}`)}
        </label>
      ))}
      <button
        type="button"
        className={mode === "replace" ? "button button-danger" : "button"}
        disabled={work.progress !== null}
        onClick={take}
      >
        {t("archive_take")}
      </button>
    </fieldset>
  );
}
