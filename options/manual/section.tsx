import { type ReactNode, useState } from "react";
import { findMetric } from "../../src/metrics/registry";
import { BROUGHT } from "../../src/metrics/sources";
import { Select } from "../../src/ui/components/select";
import { useOwners } from "../../src/ui/data/queries";
import { useSource } from "../../src/ui/data/source";
import { useAsk } from "../../src/ui/data/use-ask";
import { useI18n } from "../../src/ui/i18n/context";
import { failureText } from "../../src/ui/i18n/messages";
import { sendImport } from "../../src/ui/imports/send-import";
import { holdPage } from "../hold-page";
import { History } from "../import/history";
import "../import/import.css";
import { useOutliving } from "../use-outliving";
import { columnsOf, STEPS, type Step } from "./columns";
import { Grid } from "./grid";
import { canHold, type GridProblem, readGrid, type Typed } from "./grid-values";
import { heldValues } from "./held-values";
import "./manual.css";

const NONE: Typed = new Map();

/** Values that no page shows, typed in by day, week or month, or pasted from a spreadsheet. */
export default function ManualSection(): ReactNode {
  const { t } = useI18n();
  const source = useSource();
  const owners = useOwners().data ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const [step, setStep] = useState<Step>("week");
  const [drafts, setDrafts] = useOutliving<Readonly<Record<string, Typed>>>("manual", {});
  const [problems, setProblems] = useState<readonly GridProblem[]>([]);
  const [status, setStatus] = useState("");
  const owner = owners.find(({ key }) => key === chosen) ?? owners[0];
  const held = useAsk({
    queryKey: ["imports", "held", owner?.key],
    enabled: owner !== undefined,
    queryFn: () => (owner ? source.history(owner.key, { metrics: BROUGHT }) : []),
  }).data;
  if (!owner) return <p className="soft">{t("manual_no_owner")}</p>;
  // What was typed and is not saved yet waits while another house, step or section is looked at.
  const sheet = `${owner.key} ${step}`;
  const typed = drafts[sheet] ?? NONE;
  const setTyped = (next: Typed): void =>
    setDrafts((before) => {
      const all = { ...before, [sheet]: next };
      holdPage(
        "manual",
        Object.values(all).some(({ size }) => size > 0),
      );
      return all;
    });
  const columns = columnsOf(step, Date.now());
  const metrics = BROUGHT.flatMap((id) => findMetric(id) ?? []).filter((metric) => canHold(metric, owner.type));
  const reset = (): void => {
    setTyped(NONE);
    setProblems([]);
  };

  const save = async (): Promise<void> => {
    const read = readGrid(typed, metrics, columns);
    setProblems(read.problems);
    if (read.problems.length > 0) return setStatus(t("manual_bad", { n: read.problems.length }));
    const type = owner.type === "shop" ? "shop" : "account";
    const entity = { type, id: owner.id, name: owner.name } as const;
    const answer = await sendImport(source, {
      head: { source: { kind: "manual", name: t("manual_source"), estimate: false }, file: null, account: entity },
      parts: 1,
      part: async () => ({ entities: [entity], readings: read.readings }),
      progress: () => {},
      signal: new AbortController().signal,
    });
    setStatus(answer.ok ? t("manual_saved", { n: read.readings.length }) : failureText(answer.error, t));
    if (answer.ok) reset();
  };

  return (
    <div className="import">
      <p className="soft">{t("manual_hint")}</p>
      <p className="actions after">
        <Select
          label={t("import_whose")}
          value={owner.key}
          options={owners.map(({ key, type, name }) => ({ value: key, label: name ?? t(`entity_${type}`) }))}
          onChange={(key) => {
            setProblems([]);
            setChosen(key);
          }}
        />
        <Select
          label={t("manual_step")}
          value={step}
          options={STEPS.map((value) => ({ value, label: t(`manual_${value}`) }))}
          onChange={(next) => {
            setProblems([]);
            setStep(next);
          }}
        />
      </p>
      <Grid
        metrics={metrics}
        columns={columns}
        typed={typed}
        held={heldValues(held ?? [], metrics, columns)}
        problems={problems}
        onType={(next, outside) => {
          setTyped(next);
          setStatus(outside > 0 ? t("manual_outside", { n: outside }) : "");
        }}
      />
      <p className="actions after">
        <button type="button" className="button button-main" disabled={typed.size === 0} onClick={() => void save()}>
          {t("manual_save")}
        </button>
        <button type="button" className="button" disabled={typed.size === 0} onClick={reset}>
          {t("manual_clear")}
        </button>
      </p>
      <p role="status">{status}</p>
      <History kind="manual" />
    </div>
  );
}
