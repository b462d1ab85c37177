import { type FormEvent, type ReactNode, useState } from "react";
import { useNotes } from "../../src/ui/data/queries";
import { DEFAULT_BANDS } from "../../src/ui/data/rivals/market";
import { StatusLine } from "../../src/ui/desk/status-line";
import { useI18n } from "../../src/ui/i18n/context";
import { useWrite } from "./use-write";

/** Price bands: the user's own lower edges in yuan, or bands of about as many goods each. */
export function BandsForm(): ReactNode {
  const { t } = useI18n();
  const note = useNotes("rival_bands").data;
  const { write, status, showStatus } = useWrite();
  const kept = note?.[0]?.value;
  const shown = (kept?.edges ?? []).map((fen) => fen / 100).join(t("list_comma"));
  const [typed, setTyped] = useState<string | null>(null);
  if (!note) return null;
  const text = typed ?? shown;
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const parts = text.split(/[\s,，、;；]+/).filter((part) => part !== "");
    const edges = parts.map((part) => Math.round(Number(part) * 100));
    if (edges.some((edge) => !Number.isSafeInteger(edge) || edge <= 0) || edges.length > 30) {
      showStatus(t("bands_wrong"));
      return;
    }
    const fields = { edges: edges.length === 0 ? null : edges, count: kept?.count ?? DEFAULT_BANDS };
    const back = { edges: kept?.edges ?? null, count: kept?.count ?? DEFAULT_BANDS };
    const target = { kind: "rival_bands", id: "price" } as const;
    if (await write([{ ...target, fields }], t("watch_saved"), [{ ...target, fields: back }])) setTyped(null);
  };
  return (
    <form className="inline-form bands" onSubmit={(event) => void save(event)}>
      <label htmlFor="bands">{t("bands")}</label>
      <input
        id="bands"
        className="field"
        value={text}
        placeholder={t("bands_quantiles", { n: kept?.count ?? DEFAULT_BANDS })}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="submit" className="button" disabled={text === shown}>
        {t("watch_save")}
      </button>
      <StatusLine status={status} />
    </form>
  );
}
