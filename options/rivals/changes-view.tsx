import { type ReactNode, useMemo, useState } from "react";
import { inOrder, type SellerChange } from "../../src/competitors/seller-changes";
import { muteId } from "../../src/ledger/rival-kinds";
import { addDays, shanghaiDay, weekStart } from "../../src/metrics/calendar";
import { Select } from "../../src/ui/components/select";
import { useNotes, useRivals } from "../../src/ui/data/queries";
import { changesOf, type RivalChanges, type Since } from "../../src/ui/data/rivals/changes";
import { StatusLine } from "../../src/ui/desk/status-line";
import { useI18n } from "../../src/ui/i18n/context";
import { reasonOf } from "../../src/ui/i18n/messages";
import { ChangeRun } from "./change-run";
import { type ChangeEntry, changeRuns } from "./change-runs";
import { CoverageLine } from "./coverage-line";
import { fieldName } from "./field-name";
import { useRivalQuery } from "./use-rival-query";
import { useWrite } from "./use-write";

const CHOICES = ["seen", "week", "days"] as const;
type Choice = (typeof CHOICES)[number];
const SHOWN = 60;

/** What changed since each was last seen, since last week, or between two days; biggest first. */
export default function ChangesView(): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const today = shanghaiDay(Date.now());
  const [choice, setChoice] = useState<Choice>("seen");
  const [days, setDays] = useState({ from: addDays(today, -14), to: today });
  const [limit, setLimit] = useState(SHOWN);
  const since = useMemo((): Since => {
    if (choice === "seen") return "seen";
    return choice === "days" ? days : { from: addDays(weekStart(today), -1), to: today };
  }, [choice, days, today]);
  const isOrder = since === "seen" || since.from < since.to;
  const { data, error } = useRivalQuery("changes", [since], (ledger) =>
    isOrder ? changesOf(ledger, since) : Promise.resolve([]),
  );
  const { write, status } = useWrite();
  const runs = useMemo(() => changeRuns(flat(data ?? [])), [data]);
  const dismiss = (run: readonly ChangeEntry[]): void => {
    const notes = run.map(({ change }) => ({ kind: "rival_dismissed", id: change.id }) as const);
    void write(
      notes.map((note) => ({ ...note, fields: { at: Date.now() } })),
      t("change_dismissed"),
      notes.map((note) => ({ ...note, fields: null })),
    );
  };
  const mute = (field: string, rival: string | null, on: boolean): void => {
    const note = { kind: "rival_mute", id: muteId(field, rival) } as const;
    const done = t(on ? "change_muted" : "change_unmuted", { field: fieldName(field, i18n) });
    void write([{ ...note, fields: { on } }], done, [{ ...note, fields: { on: !on } }]);
  };
  return (
    <>
      <CoverageLine />
      <div className="controls">
        <Select
          label={t("changes_since")}
          value={choice}
          options={CHOICES.map((value) => ({ value, label: t(`changes_since_${value}`) }))}
          onChange={setChoice}
        />
        {choice === "days" && (
          <>
            <Day label={t("changes_from")} value={days.from} onChange={(from) => setDays({ ...days, from })} />
            <Day label={t("changes_to")} value={days.to} onChange={(to) => setDays({ ...days, to })} />
          </>
        )}
      </div>
      {!isOrder && <p role="alert">{t("changes_order")}</p>}
      {error && <p role="alert">{t("trouble", { reason: reasonOf(error, t) })}</p>}
      <StatusLine status={status} />
      {data && runs.length === 0 && <p className="empty soft">{t("changes_none")}</p>}
      <ol className="changes">
        {runs.slice(0, limit).map((run) => (
          <ChangeRun
            key={run[0]?.change.id}
            run={run}
            onDismiss={dismiss}
            onMute={(field, rival) => mute(field, rival, true)}
          />
        ))}
      </ol>
      {runs.length > limit && (
        <button type="button" className="button" onClick={() => setLimit(limit + SHOWN)}>
          {t("changes_more", { n: runs.length - limit })}
        </button>
      )}
      <Muted onUnmute={(field, rival) => mute(field, rival, false)} />
    </>
  );
}

function flat(found: readonly RivalChanges[]): readonly ChangeEntry[] {
  const lines = new Map(
    found.flatMap(({ rival, span, changes }) =>
      changes.map((change): [SellerChange, ChangeEntry] => [change, { rival, span, change }]),
    ),
  );
  return inOrder([...lines.keys()]).flatMap((change) => lines.get(change) ?? []);
}

function Muted({ onUnmute }: { onUnmute: (field: string, rival: string | null) => void }): ReactNode {
  const i18n = useI18n();
  const muted = (useNotes("rival_mute").data ?? []).filter(({ value }) => value.on !== false);
  const names = new Map(useRivals().data?.map(({ id, name }) => [id, name]));
  if (muted.length === 0) return null;
  return (
    <details className="archived">
      <summary>{i18n.t("changes_muted", { n: muted.length })}</summary>
      <ul className="group">
        {muted.map(({ id }) => {
          const [field = "", ...rest] = id.split(" ");
          const rival = rest.join(" ");
          return (
            <li key={id} className="setting">
              <p>
                {fieldName(field, i18n)}
                {rival !== "*" && <span className="soft"> {names.get(rival) ?? rival}</span>}
              </p>
              <button type="button" className="button" onClick={() => onUnmute(field, rival === "*" ? null : rival)}>
                {i18n.t("change_unmute")}
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function Day(props: { label: string; value: string; onChange: (day: string) => void }): ReactNode {
  return (
    <label className="select-row">
      <span className="soft">{props.label}</span>
      <input
        type="date"
        className="field"
        value={props.value}
        onChange={(event) => event.target.value !== "" && props.onChange(event.target.value)}
      />
    </label>
  );
}
