import type { ReactNode } from "react";
import { FILE_MAX, type FileFault, TOO_LARGE } from "../../src/compliance/own/lined-file";
import { readOwnFile } from "../../src/compliance/own/own-file";
import { wordsOfPack } from "../../src/compliance/own/own-rules";
import { readPack } from "../../src/compliance/own/read-pack";
import type { Pack } from "../../src/compliance/pack";
import { backTo } from "../../src/ledger/notes";
import { useNotes } from "../../src/ui/data/queries";
import type { RuleBook } from "../../src/ui/desk/rule-book";
import type { Decisions } from "../../src/ui/desk/use-decisions";
import { useI18n } from "../../src/ui/i18n/context";
import { FileButton } from "../file-button";
import { useOwnLists } from "./use-own-lists";

interface Props {
  readonly book: RuleBook;
  readonly decisions: Decisions;
  readonly onFaults: (faults: readonly FileFault[]) => void;
}

/** A file of words or phrases alone, which no pack begins like. */
const LISTS = /^\ufeff?\s*\{\s*"(?:words|allowed)"/;

/** Takes a pack file: all of it, or nothing and the lines that are wrong. A file of exported words becomes words again. */
export function PackImport({ book, decisions, onFaults }: Props): ReactNode {
  const { t, language } = useI18n();
  const packs = useNotes("own_pack").data ?? [];
  const { lists, take } = useOwnLists(decisions);

  const takePack = (pack: Pack, json: string): void => {
    const own = wordsOfPack(pack);
    if (own) take({ words: own.words, allowed: own.allowed.map((phrase) => ({ phrase, reason: "" })) });
    else
      decisions.decide(
        [{ kind: "own_pack", id: pack.id, fields: { json, on: true } }],
        [backTo(packs, "own_pack", pack.id)],
        t("pack_taken", { name: pack.title[language === "en" ? "en" : "zh"], n: pack.rules.length }),
      );
  };

  const read = async (file: File): Promise<void> => {
    if (file.size > FILE_MAX) return onFaults(TOO_LARGE);
    const json = await file.text();
    if (LISTS.test(json)) {
      const found = readOwnFile(json);
      const isFit = "words" in found;
      onFaults(isFit ? [] : found);
      if (isFit) take(found);
      return;
    }
    const others = [...book.shipped, ...book.own.flatMap(({ pack }) => pack ?? [])];
    // A newer version of a pack takes the place of the one of its id.
    const pack = readPack(json, (id) => {
      const taken = others.filter((each) => each.id !== id || book.shipped.includes(each));
      return new Set(taken.flatMap(({ rules }) => rules.map((rule) => rule.id)));
    });
    const isFit = "rules" in pack;
    onFaults(isFit ? [] : pack);
    if (isFit) takePack(pack, json);
  };

  return (
    <FileButton
      label={t("pack_import")}
      accept="application/json,.json"
      disabled={!lists}
      onFile={(file) => void read(file)}
    />
  );
}
