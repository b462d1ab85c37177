import { type ReactNode, useMemo, useState } from "react";
import { inOrder, type SellerChange } from "../../src/competitors/seller-changes";
import { muteId } from "../../src/ledger/rival-kinds";
import { addDays, shanghaiDay, weekStart } from "../../src/metrics/calendar";
import { findMetric } from "../../src/metrics/registry";
import { ChangeLine } from "../../src/ui/components/change-line";
import { Select } from "../../src/ui/components/select";
import { useNotes } from "../../src/ui/data/queries";
import { changesOf, type RivalChanges, type Since } from "../../src/ui/data/rivals/changes";
import { type I18n, useI18n } from "../../src/ui/i18n/context";
import { CoverageLine } from "./coverage-line";
import { SaidLine } from "./said-line";
import { useRivalQuery } from "./use-rival-query";
import { linkTo } from "./use-route";
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
  const { write, said } = useWrite();
  const all = useMemo(() => flat(data ?? []), [data]);
  const dismiss = (change: SellerChange): void => {
    const note = { kind: "rival_dismissed", id: change.id } as const;
    void write([{ ...note, fields: { at: Date.now() } }], t("change_dismissed"), [{ ...note, fields: null }]);
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
      {error && <p role="alert">{t("trouble", { reason: error.message })}</p>}
      <SaidLine said={said} />
      {data && all.length === 0 && <p className="empty soft">{t("changes_none")}</p>}
      <ol className="changes">
        {all.slice(0, limit).map(({ rival, span, change }) => (
          <li key={change.id}>
            <div className="change-what">
              <a className="strong" href={linkTo(rival.key)}>
                {rival.name || t("name_unknown")}
              </a>
              <ChangeLine change={change} />
              <p className="soft">{t("change_between", { from: span.from.slice(5), to: span.to.slice(5) })}</p>
            </div>
            <div className="actions">
              <button type="button" className="link-button" onClick={() => dismiss(change)}>
                {t("change_dismiss")}
              </button>
              <button type="button" className="link-button" onClick={() => mute(change.field, rival.id, true)}>
                {t("change_mute_one")}
              </button>
              <button type="button" className="link-button" onClick={() => mute(change.field, null, true)}>
                {t("change_mute_all", { field: fieldName(change.field, i18n) })}
              </button>
            </div>
          </li>
        ))}
      </ol>
      {all.length > limit && (
        <button type="button" className="button" onClick={() => setLimit(limit + SHOWN)}>
          {t("changes_more", { n: all.length - limit })}
        </button>
      )}
      <Muted onUnmute={(field, rival) => mute(field, rival, false)} />
    </>
  );
}

interface Line {
  readonly rival: RivalChanges["rival"];
  readonly span: RivalChanges["span"];
  readonly change: SellerChange;
}

function flat(found: readonly RivalChanges[]): readonly Line[] {
  const lines = new Map(
    found.flatMap(({ rival, span, changes }) =>
      changes.map((change): [SellerChange, Line] => [change, { rival, span, change }]),
    ),
  );
  return inOrder([...lines.keys()]).flatMap((change) => lines.get(change) ?? []);
}

function fieldName(field: string, { t, language }: I18n): string {
  const name = findMetric(field)?.name[language === "en" ? "en" : "zh"];
  if (name) return name;
  const kinds = ["goods_new", "goods_gone", "price", "form", "pace"] as const;
  const kind = kinds.find((each) => each === field);
  return kind ? t(`field_${kind}`) : field;
}

function Muted({ onUnmute }: { onUnmute: (field: string, rival: string | null) => void }): ReactNode {
  const i18n = useI18n();
  const muted = (useNotes("rival_mute").data ?? []).filter(({ value }) => value.on !== false);
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
                {rival !== "*" && <span className="soft"> {rival}</span>}
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
