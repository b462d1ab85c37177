import { createContext, type ReactNode, useContext, useMemo } from "react";
import { type Formats, makeFormats } from "../format/formats";
import { type Language, type Messages, makeTranslate, type Translate } from "./messages";

export interface I18n {
  readonly language: Language;
  readonly t: Translate;
  readonly format: Formats;
}

const I18nContext = createContext<I18n | null>(null);

export function I18nProvider(props: { language: Language; messages: Messages; children: ReactNode }): ReactNode {
  const { language, messages, children } = props;
  const value = useMemo(() => {
    const t = makeTranslate(messages);
    return { language, t, format: makeFormats(language, t) };
  }, [language, messages]);
  return <I18nContext value={value}>{children}</I18nContext>;
}

/** Words and number shapes of the language in use. */
export function useI18n(): I18n {
  const value = useContext(I18nContext);
  if (!value) throw new Error("useI18n outside of I18nProvider");
  return value;
}
