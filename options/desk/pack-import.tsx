import { type ChangeEvent, type ReactNode, useRef } from "react";
import { wordsOfPack } from "../../src/compliance/own/own-rules";
import { PACK_MAX } from "../../src/compliance/own/pack-size";
import { type PackFault, readPack } from "../../src/compliance/own/read-pack";
import type { Pack } from "../../src/compliance/pack";
import { backTo, type NotePatch } from "../../src/ledger/notes";
import { useNotes } from "../../src/ui/data/queries";
import type { RuleBook } from "../../src/ui/desk/rule-book";
import type { Decisions } from "../../src/ui/desk/use-decisions";
import { useI18n } from "../../src/ui/i18n/context";
import { wordPatch } from "./own-words";

interface Props {
  readonly book: RuleBook;
  readonly decisions: Decisions;
  readonly onFaults: (faults: readonly PackFault[]) => void;
}

const TOO_LARGE: PackFault = { line: 1, kind: "large", where: "", what: "" };

/** Takes a pack file: all of it, or nothing and the lines that are wrong. A file of exported words becomes words again. */
export function PackImport({ book, decisions, onFaults }: Props): ReactNode {
  const { t, language } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  const packs = useNotes("own_pack").data ?? [];
  const words = useNotes("own_word").data ?? [];
  const allowed = useNotes("allow_phrase").data ?? [];

  const take = (pack: Pack, json: string): void => {
    const own = wordsOfPack(pack);
    if (!own) {
      decisions.decide(
        [{ kind: "own_pack", id: pack.id, fields: { json, on: true } }],
        [backTo(packs, "own_pack", pack.id)],
        t("pack_taken", { name: pack.title[language === "en" ? "en" : "zh"], n: pack.rules.length }),
      );
      return;
    }
    const phrases = own.allowed.map((id): NotePatch => ({ kind: "allow_phrase", id, fields: { reason: "" } }));
    const back = own.words.map(({ word }) => backTo(words, "own_word", word));
    const backPhrases = own.allowed.map((phrase) => backTo(allowed, "allow_phrase", phrase));
    decisions.decide(
      [...own.words.map(wordPatch), ...phrases],
      [...back, ...backPhrases],
      t("words_taken", { n: own.words.length }),
    );
  };

  const read = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (!file) return;
    if (file.size > 4 * PACK_MAX) return onFaults([TOO_LARGE]);
    const json = await file.text();
    const others = [...book.shipped, ...book.own.flatMap(({ pack }) => pack ?? [])];
    // A newer version of a pack takes the place of the one of its id.
    const pack = readPack(json, (id) => {
      const taken = others.filter((each) => each.id !== id || book.shipped.includes(each));
      return new Set(taken.flatMap(({ rules }) => rules.map((rule) => rule.id)));
    });
    if (!("rules" in pack)) return onFaults(pack);
    onFaults([]);
    take(pack, json);
  };

  return (
    <>
      <button type="button" className="button" onClick={() => input.current?.click()}>
        {t("pack_import")}
      </button>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t("pack_import")}
        onChange={(event) => void read(event)}
      />
    </>
  );
}
