import papa from "papaparse";
import type { Sought } from "../../src/competitors/watch-list";

const COLUMNS: Record<keyof Sought, RegExp> = {
  name: /^(名称|名字|账号|帐号|昵称|达人|店铺|店铺名称|达人名称|账号名称|name|account)$/i,
  group: /^(分组|组|类别|group)$/i,
  remark: /^(备注|说明|remark|note|notes)$/i,
};

/** Names out of a pasted list or a CSV, with or without a head row. The first column holds the name unless a head says otherwise. */
export function parseNames(text: string): Sought[] {
  const { data } = papa.parse<string[]>(text.replace(/^\uFEFF/, "").trim(), {
    skipEmptyLines: "greedy",
    delimitersToGuess: [",", "\t", ";", "，", "、"],
  });
  const [head = []] = data;
  const find = (column: RegExp): number => head.findIndex((cell) => column.test(cell.trim()));
  const hasHead = find(COLUMNS.name) >= 0;
  const [nameAt, groupAt, remarkAt] = hasHead
    ? [find(COLUMNS.name), find(COLUMNS.group), find(COLUMNS.remark)]
    : [0, 1, 2];
  return data.slice(hasHead ? 1 : 0).flatMap((row): Sought[] => {
    const cell = (at: number): string => (at < 0 ? "" : (row[at] ?? "").trim());
    const name = cell(nameAt).slice(0, 200);
    return name === "" ? [] : [{ name, group: cell(groupAt).slice(0, 60), remark: cell(remarkAt).slice(0, 2_000) }];
  });
}
