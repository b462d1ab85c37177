import type { ReactNode } from "react";
import { REGISTRY } from "../../src/metrics/registry";
import { Select } from "../../src/ui/components/select";
import { useI18n } from "../../src/ui/i18n/context";
import { type ColumnUse, SUBJECTS, type Subject } from "../../src/ui/imports/mapping";
import { HINTS } from "../../src/ui/imports/units";
import type { OpenedTable } from "../../src/ui/imports/worker-protocol";
import type { Form } from "./form";

const ROLES = ["ignore", "name", "id", "owner", "published", "link", "day", "from", "to"] as const;

const optionOf = (use: ColumnUse): string => (use.as === "metric" ? `metric:${use.metric}` : use.as);

/** Each column of the file with its first cells, and what it is. */
export function MappingTable(props: {
  form: Form;
  table: OpenedTable | undefined;
  onChange: (form: Form) => void;
}): ReactNode {
  const { form, table, onChange } = props;
  const { t, language } = useI18n();
  const { subject, columns } = form.mapping;
  if (!table) return null;
  const metrics = REGISTRY.filter(({ entities }) => entities.includes(subject));
  const options = [
    ...ROLES.map((value) => ({ value: value as string, label: t(`column_as_${value}`) })),
    ...metrics.map(({ id, name }) => ({ value: `metric:${id}`, label: name[language === "en" ? "en" : "zh"] })),
  ];
  const setColumn = (at: number, use: ColumnUse): void =>
    onChange({ ...form, mapping: { subject, columns: columns.map((each, index) => (index === at ? use : each)) } });
  const setUse = (at: number, value: string): void => {
    const before = columns[at];
    const hint = before?.as === "metric" ? before.hint : "";
    setColumn(
      at,
      value.startsWith("metric:") ? { as: "metric", metric: value.slice(7), hint } : ({ as: value } as ColumnUse),
    );
  };
  return (
    <>
      <h3>{t("import_columns")}</h3>
      <Select
        label={t("import_subject")}
        value={subject}
        options={SUBJECTS.map((value) => ({ value, label: t(`entity_${value}`) }))}
        onChange={(next: Subject) => onChange({ ...form, mapping: { subject: next, columns } })}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className="scroll" aria-label={t("import_columns")} tabIndex={0}>
        <table className="log mapping">
          <thead>
            <tr>
              <th scope="col">{t("import_column")}</th>
              <th scope="col">{t("import_cells")}</th>
              <th scope="col">{t("import_means")}</th>
              <th scope="col">{t("import_unit")}</th>
            </tr>
          </thead>
          <tbody>
            {table.headers.map((header, at) => {
              const use = columns[at] ?? { as: "ignore" as const };
              const cells = table.sample.map((row) => row.cells[at] ?? "").filter((cell) => cell !== "");
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other identity, two may have one header
                <tr key={at} data-ignored={use.as === "ignore" || undefined}>
                  <th scope="row">{header}</th>
                  <td className="soft cells">{cells.slice(0, 3).join(" · ")}</td>
                  <td>
                    <Select
                      label={t("import_means")}
                      hideLabel
                      value={optionOf(use)}
                      options={options}
                      onChange={(value) => setUse(at, value)}
                    />
                  </td>
                  <td>
                    {use.as === "metric" && (
                      <Select
                        label={t("import_unit")}
                        hideLabel
                        value={use.hint}
                        options={[...new Set([...HINTS, use.hint])].map((value) => ({
                          value,
                          label: value || t("import_unit_none"),
                        }))}
                        onChange={(hint) => setColumn(at, { ...use, hint })}
                      />
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </>
  );
}
