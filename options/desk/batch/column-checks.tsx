import type { ReactNode } from "react";
import { useI18n } from "../../../src/ui/i18n/context";
import { columnName } from "./column-name";

/** Which columns of a table are copy; each is checked on its own. */
export function ColumnChecks(props: {
  columns: readonly string[];
  chosen: readonly number[];
  onChange: (chosen: readonly number[]) => void;
}): ReactNode {
  const { columns, chosen, onChange } = props;
  const { t } = useI18n();
  const turn = (at: number, on: boolean): void =>
    onChange(columns.flatMap((_, each) => ((each === at ? on : chosen.includes(each)) ? [each] : [])));
  return (
    <fieldset className="column-checks">
      <legend className="soft">{t("batch_column")}</legend>
      {columns.map((_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place
        <label key={at} className="column-check">
          <input type="checkbox" checked={chosen.includes(at)} onChange={(event) => turn(at, event.target.checked)} />
          {columnName(columns, at, t)}
        </label>
      ))}
      {chosen.length === 0 && <p className="fault">{t("batch_no_column")}</p>}
    </fieldset>
  );
}
