import type { EntityKey, EntityRecord, Source } from "../../src/ledger/model";
import type { FileFacts, Mapping } from "../../src/ui/imports/mapping";
import type { Opened } from "../../src/ui/imports/worker-protocol";

/** What the user says of a file beside its columns. */
export interface Form {
  /** Index of the sheet. */
  readonly table: number;
  readonly mapping: Mapping;
  readonly source: string;
  readonly estimate: boolean;
  /** An own account or shop; `new_account`, `new_shop`: one not yet known, by `name`; `others`: competitors. */
  readonly whose: EntityKey | "new_account" | "new_shop" | "others";
  readonly name: string;
  readonly owner: string;
  readonly day: string;
  /** Both empty: how things stood on {@link day}. */
  readonly from: string;
  readonly to: string;
  /** Lines with a problem are left out. */
  readonly skipBad: boolean;
}

const NAMES = { posts: "下载表格", store: "店铺导出", others: "" } as const;

/** What the file itself suggests. */
export function formOf(opened: Opened, table: number, owners: readonly EntityRecord[], today: string): Form {
  const { kind = "store", mapping = { subject: "shop" as const, columns: [] } } = opened.tables[table] ?? {};
  const own = kind === "posts" || mapping.subject === "account" ? "account" : "shop";
  const known = owners.find(({ type }) => type === own)?.key ?? `new_${own}`;
  return {
    table,
    mapping,
    source: NAMES[kind],
    estimate: kind === "others",
    whose: kind === "others" ? "others" : known,
    name: "",
    owner: "",
    day: today,
    from: "",
    to: "",
    skipBad: false,
  };
}

export function factsOf(form: Form, owners: readonly EntityRecord[], today: string): FileFacts {
  const { from, to, day } = form;
  return {
    account: accountOf(form, owners),
    owner: form.owner.trim() || null,
    period: from !== "" && to !== "" && from <= to ? { from, to } : null,
    day: day === "" ? today : day,
    today,
  };
}

function accountOf({ whose, name }: Form, owners: readonly EntityRecord[]): FileFacts["account"] {
  if (whose === "others") return null;
  const known = owners.find(({ key }) => key === whose);
  if (known) return { type: known.type === "shop" ? "shop" : "account", id: known.id, name: known.name };
  return { type: whose === "new_shop" ? "shop" : "account", id: null, name: name.trim() || null };
}

export const sourceOf = ({ source, estimate }: Form): Omit<Source, "batch"> => ({
  kind: "import",
  name: source.trim(),
  estimate,
});

/** What still has to be said before anything can be kept. */
export function missingIn(form: Form): "source" | "name" | "owner" | "period" | null {
  const { source, whose, name, owner, mapping } = form;
  if (source.trim() === "") return "source";
  if ((form.from === "") !== (form.to === "") || form.from > form.to) return "period";
  const isOfSomebody = mapping.subject !== "talent" && mapping.subject !== "shop";
  const isNamed = owner.trim() !== "" || mapping.columns.some(({ as }) => as === "owner");
  if (whose === "others" && isOfSomebody && !isNamed) return "owner";
  return (whose === "new_account" || whose === "new_shop") && name.trim() === "" ? "name" : null;
}
