import { useEffect, useRef, useState } from "react";
import { LedgerError } from "../../src/ledger/errors";
import { useI18n } from "../../src/ui/i18n/context";
import type { MessageKey } from "../../src/ui/i18n/messages";
import { reasonOf } from "../../src/ui/i18n/messages";
import { VaultError } from "../../src/vault/errors";
import { StoreError } from "../../src/vault/object-store";
import { holdPage } from "../hold-page";

export interface Work {
  /** What is under way, in words; null when nothing is. */
  readonly progress: string | null;
  /** How the last one ended, in words. */
  readonly outcome: string;
  readonly failed: boolean;
  /** Runs one at a time; what it answers is said at the end. */
  run(work: (tell: (progress: string) => void, signal: AbortSignal) => Promise<string>): Promise<void>;
  cancel(): void;
}

/** Something that takes its time, can be cancelled, and says how it ended. Leaving the page cancels it. */
export function useWork(): Work {
  const { t } = useI18n();
  const [progress, setProgress] = useState<string | null>(null);
  const [outcome, setOutcome] = useState({ text: "", failed: false });
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  return {
    progress,
    outcome: outcome.text,
    failed: outcome.failed,
    cancel: () => stop.current?.abort(),
    run: async (work) => {
      if (stop.current !== null) return;
      const mine = new AbortController();
      stop.current = mine;
      holdPage(mine, true);
      setOutcome({ text: "", failed: false });
      setProgress(t("vault_working"));
      try {
        setOutcome({ text: await work(setProgress, mine.signal), failed: false });
      } catch (error) {
        const reason = reasonOf(error, t);
        setOutcome({ text: error instanceof LedgerError ? reason : t(keyOf(error), { reason }), failed: true });
      }
      holdPage(mine, false);
      stop.current = null;
      setProgress(null);
    },
  };
}

function keyOf(error: unknown): MessageKey {
  if (error instanceof VaultError) return `vault_error_${error.code}`;
  return error instanceof StoreError ? `cloud_error_${error.code}` : "vault_error_other";
}
