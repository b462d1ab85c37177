import { merge, move, split } from "../../src/competitors/watch-list";
import type { NotePatch } from "../../src/ledger/notes";
import type { RivalKinds } from "../../src/ledger/rival-kinds";
import type { Rival } from "../../src/ledger/rivals";
import type { Translate } from "../../src/ui/i18n/messages";

type Write = (patches: readonly NotePatch[], done: string, back?: readonly NotePatch[]) => Promise<boolean>;
type Words = Pick<RivalKinds["rival"], "label" | "group" | "remark">;

/** What can be done to an entry of the list, each with its way back. */
export function rivalActions(rivals: readonly Rival[], write: Write, t: Translate) {
  const live = rivals.filter(({ archived }) => !archived);
  const name = (rival: Rival): string => rival.name || t("name_unknown");
  const patch = (rival: Rival, fields: Partial<RivalKinds["rival"]> | null): NotePatch => ({
    kind: "rival",
    id: rival.id,
    fields,
  });
  return {
    move: (rival: Rival, by: number) => {
      const back = live.map((each) => patch(each, { order: each.order }));
      void write(move(live, rival.id, by), t("watch_moved"), back);
    },
    save: (rival: Rival, words: Words) => {
      const { label, group, remark } = rival;
      void write([patch(rival, words)], t("watch_saved"), [patch(rival, { label, group, remark })]);
    },
    choose: (rival: Rival, entity: string) => {
      void write([patch(rival, { entity })], t("watch_saved"), [patch(rival, { entity: null })]);
    },
    merge: (into: string, rival: Rival) => {
      const target = rivals.find(({ id }) => id === into);
      if (!target) return;
      const back = [patch(target, fieldsOf(target)), patch(rival, fieldsOf(rival))];
      void write(merge(target, rival), t("watch_merged", { name: name(target), other: name(rival) }), back);
    },
    split: (rival: Rival) => {
      void write(split(rivals, rival, Date.now()), t("watch_split_done"));
    },
    archive: (rival: Rival) => {
      const done = t("watch_archived", { name: name(rival) });
      void write([patch(rival, { archived: true })], done, [patch(rival, { archived: false })]);
    },
    restore: (rival: Rival) => {
      const done = t("watch_restored", { name: name(rival) });
      void write([patch(rival, { archived: false })], done, [patch(rival, { archived: true })]);
    },
    remove: (rival: Rival) => {
      void write([patch(rival, null)], t("watch_removed", { name: name(rival) }), [patch(rival, fieldsOf(rival))]);
    },
  };
}
export type RivalActions = ReturnType<typeof rivalActions>;

const fieldsOf = (rival: Rival): RivalKinds["rival"] => ({
  entity: rival.key,
  also: rival.keys.slice(1),
  sought: rival.sought,
  label: rival.label,
  group: rival.group,
  remark: rival.remark,
  order: rival.order,
  archived: rival.archived,
  since: rival.since,
});
