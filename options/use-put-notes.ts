import { useState } from "react";
import type { NotePatch } from "../src/ledger/notes";
import { useSource } from "../src/ui/data/source";
import { useI18n } from "../src/ui/i18n/context";
import { failureText } from "../src/ui/i18n/messages";

/** Writes what the user decided, or takes back `standing`; `failure` says why it did not work, empty when it did. */
export function usePutNotes(): {
  put: (notes: readonly NotePatch[], standing?: readonly NotePatch[]) => Promise<boolean>;
  failure: string;
} {
  const source = useSource();
  const { t } = useI18n();
  const [failure, setFailure] = useState("");
  const put = async (notes: readonly NotePatch[], standing: readonly NotePatch[] = []): Promise<boolean> => {
    const answer = await source.send("put_notes", { notes, standing });
    setFailure(answer.ok ? "" : failureText(answer.error, t));
    return answer.ok;
  };
  return { put, failure };
}
