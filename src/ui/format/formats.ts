import type { Language, Translate } from "../i18n/messages";
import { makeDeltaFormat } from "./delta";
import { makePeriodFormat, makeWhenFormat } from "./time";
import { makeValueFormat } from "./value";

/** The shapes of numbers and times in one language. */
export function makeFormats(language: Language, t: Translate) {
  const value = makeValueFormat(language, t);
  return { ...value, ...makeDeltaFormat(value, t), when: makeWhenFormat(t), period: makePeriodFormat(t) };
}
export type Formats = ReturnType<typeof makeFormats>;
