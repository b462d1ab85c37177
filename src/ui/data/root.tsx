import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, Suspense, use, useEffect, useState } from "react";
import { DEFAULT_SETTINGS, type Settings } from "../../ledger/model";
import { I18nProvider } from "../i18n/context";
import { type Language, loadMessages, type Messages, resolveLanguage } from "../i18n/messages";
import { applyTheme } from "../theme/theme";
import { invalidate, useSettings } from "./queries";
import { SourceContext, type ViewSource } from "./source";

export interface Start {
  readonly source: ViewSource;
  readonly settings: Settings;
  readonly language: Language;
  readonly messages: Messages;
}

/** Settings and strings, read before the first paint so that neither theme nor language changes under the eye. */
export async function startView(opening: Promise<ViewSource>): Promise<Start> {
  const likely = resolveLanguage(DEFAULT_SETTINGS.language, navigator.languages);
  const ahead = loadMessages(likely);
  const source = await opening;
  // A store that cannot be opened must not leave the view blank: the tabs say what is wrong and offer to try again.
  const settings = await source.settings().catch(() => DEFAULT_SETTINGS);
  applyTheme(settings);
  const language = resolveLanguage(settings.language, navigator.languages);
  return { source, settings, language, messages: await (language === likely ? ahead : loadMessages(language)) };
}

const newClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: { queries: { retry: false, networkMode: "always", refetchOnWindowFocus: false } },
  });

/** The frame around a view: store, cache, language and theme. Nothing is drawn before the settings are known. */
export function Root({ starting, children }: { starting: Promise<Start>; children: ReactNode }): ReactNode {
  return (
    <Suspense fallback={null}>
      <Started starting={starting}>{children}</Started>
    </Suspense>
  );
}

function Started({ starting, children }: { starting: Promise<Start>; children: ReactNode }): ReactNode {
  const start = use(starting);
  const { source } = start;
  const [client] = useState(() => {
    const made = newClient();
    made.setQueryData(["settings"], start.settings);
    return made;
  });
  useEffect(() => {
    const stop = new AbortController();
    source.onChanged((changed) => invalidate(client, changed.what), stop.signal);
    return () => stop.abort();
  }, [client, source]);
  return (
    <SourceContext value={source}>
      <QueryClientProvider client={client}>
        <Localised start={start}>{children}</Localised>
      </QueryClientProvider>
    </SourceContext>
  );
}

/** Follows the settings: language, theme and title change as soon as they are saved. */
function Localised({ start, children }: { start: Start; children: ReactNode }): ReactNode {
  const settings = useSettings().data ?? start.settings;
  const [strings, setStrings] = useState({ language: start.language, messages: start.messages });
  const wanted = resolveLanguage(settings.language, navigator.languages);
  useEffect(() => {
    let live = true;
    if (wanted !== strings.language)
      void loadMessages(wanted).then((messages) => live && setStrings({ language: wanted, messages }));
    return () => {
      live = false;
    };
  }, [wanted, strings.language]);
  useEffect(() => applyTheme(settings), [settings]);
  useEffect(() => {
    document.documentElement.lang = strings.language === "en" ? "en" : "zh-CN";
    document.title = strings.messages.extensionName?.message ?? document.title;
  }, [strings]);
  return <I18nProvider {...strings}>{children}</I18nProvider>;
}
