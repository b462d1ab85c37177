import { expect, it } from "vitest";
import english from "../../../assets/locales/en/messages.json";
import { LedgerError, type LedgerErrorCode } from "../../../src/ledger/errors";
import { type Messages, makeTranslate, reasonOf } from "../../../src/ui/i18n/messages";

const t = makeTranslate(english as Messages);

it.each<LedgerErrorCode>(["full", "newer", "blocked", "moved", "locked", "cut", "large"])(
  "says in the user's language that the ledger refused: %s",
  (code) => {
    const said = reasonOf(new LedgerError(code, "数据由更新版本的扩展写入"), t);
    expect(said).toBe(english[`error_${code}`].message);
    expect(said).toMatch(/^[\x20-\x7e]+$/);
  },
);

it("says what did not fit", () => {
  expect(reasonOf(new LedgerError("unfit", "import.day"), t)).toBe("The input does not fit (import.day)");
});

it("says what any other failure says of itself", () => {
  expect(reasonOf(new TypeError("no digits"), t)).toBe("no digits");
  expect(reasonOf("thrown text", t)).toBe("thrown text");
});
