import { useState } from "react";
import type { Settings } from "../src/ledger/model";
import type { DeepPartial } from "../src/messaging/protocol";
import { useSource } from "../src/ui/data/source";
import { useI18n } from "../src/ui/i18n/context";
import { failureText } from "../src/ui/i18n/messages";

/** Saves a part of the settings; `failure` says why it did not work, empty when it did. */
export function usePatch(): { save: (patch: DeepPartial<Settings>) => Promise<void>; failure: string } {
  const source = useSource();
  const { t } = useI18n();
  const [failure, setFailure] = useState("");
  const save = async (patch: DeepPartial<Settings>): Promise<void> => {
    const answer = await source.send("set_settings", { patch });
    setFailure(answer.ok ? "" : failureText(answer.error, t));
  };
  return { save, failure };
}
