import type { OwnLists } from "../../src/compliance/own/own-file";
import type { OwnWord } from "../../src/compliance/own/own-rules";
import { backTo, type NotePatch } from "../../src/ledger/notes";
import { ownWord } from "../../src/operations/own-rules";
import { useNotes } from "../../src/ui/data/queries";
import type { Decisions } from "../../src/ui/desk/use-decisions";
import { useI18n } from "../../src/ui/i18n/context";

export const wordPatch = ({ word, ...fields }: OwnWord): NotePatch => ({ kind: "own_word", id: word, fields });

/** The user's words and phrases, null before they are known, and the way to take in those of a file, which can be undone. */
export function useOwnLists(decisions: Decisions): { lists: OwnLists | null; take: (lists: OwnLists) => void } {
  const { t } = useI18n();
  const words = useNotes("own_word").data;
  const allowed = useNotes("allow_phrase").data;
  if (!words || !allowed) return { lists: null, take: () => {} };
  return {
    lists: {
      words: words.map(ownWord),
      allowed: allowed.map(({ id, value }) => ({ phrase: id, reason: value.reason ?? "" })),
    },
    take: (lists) => {
      const counts = [
        ...(lists.words.length > 0 ? [t("words_count", { n: lists.words.length })] : []),
        ...(lists.allowed.length > 0 ? [t("phrases_count", { n: lists.allowed.length })] : []),
      ];
      decisions.decide(
        [
          ...lists.words.map(wordPatch),
          ...lists.allowed.map(
            ({ phrase, reason }): NotePatch => ({ kind: "allow_phrase", id: phrase, fields: { reason } }),
          ),
        ],
        [
          ...lists.words.map(({ word }) => backTo(words, "own_word", word)),
          ...lists.allowed.map(({ phrase }) => backTo(allowed, "allow_phrase", phrase)),
        ],
        t("own_taken", { what: counts.join(t("list_comma")) }),
      );
    },
  };
}
