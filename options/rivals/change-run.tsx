import type { ReactNode } from "react";
import { ChangeLine } from "../../src/ui/components/change-line";
import { Icon } from "../../src/ui/components/icon";
import { useI18n } from "../../src/ui/i18n/context";
import type { ChangeEntry } from "./change-runs";
import { fieldName } from "./field-name";
import { linkTo } from "./use-route";

/** One change of one seller, or several of one kind that unfold, with what can be done about them. */
export function ChangeRun(props: {
  run: readonly ChangeEntry[];
  onDismiss: (run: readonly ChangeEntry[]) => void;
  onMute: (field: string, rival: string | null) => void;
}): ReactNode {
  const { run, onDismiss, onMute } = props;
  const i18n = useI18n();
  const { t } = i18n;
  const [first] = run;
  if (!first) return null;
  const { rival, span, change } = first;
  const name = rival.name || t("name_unknown");
  return (
    <li>
      <a className="change-who" href={linkTo(rival.key)}>
        {name}
      </a>
      <div className="change-what">
        {run.length === 1 ? <ChangeLine change={change} /> : <Folded run={run} />}
        <p className="soft">{t("change_between", { from: span.from.slice(5), to: span.to.slice(5) })}</p>
      </div>
      <div className="change-acts">
        <button type="button" className="text-button" onClick={() => onDismiss(run)}>
          {t("change_dismiss")}
        </button>
        <details className="menu">
          <summary>{t("change_mute")}</summary>
          <div className="menu-body">
            <button type="button" className="text-button" onClick={() => onMute(change.field, rival.id)}>
              {t("change_mute_one", { name, field: fieldName(change.field, i18n) })}
            </button>
            <button type="button" className="text-button" onClick={() => onMute(change.field, null)}>
              {t("change_mute_all", { field: fieldName(change.field, i18n) })}
            </button>
          </div>
        </details>
      </div>
    </li>
  );
}

function Folded({ run }: { run: readonly ChangeEntry[] }): ReactNode {
  const { t } = useI18n();
  const kind = run[0]?.change.kind;
  const words =
    kind === "goods_new" ? "change_run_new" : kind === "goods_gone" ? "change_run_gone" : ("change_run_price" as const);
  const isPossible = run[0]?.change.certainty === "possible";
  return (
    <details className="change-run">
      <summary>
        <Icon name="chevron" />
        {t(words, { n: run.length })}
        {isPossible && <span className="soft"> {t("change_possible")}</span>}
      </summary>
      <ul className="plain-changes">
        {run.map(({ change }) => (
          <li key={change.id}>
            <ChangeLine change={change} />
          </li>
        ))}
      </ul>
    </details>
  );
}
