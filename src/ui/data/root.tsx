import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, Suspense, use, useEffect, useState } from "react";
import type { Settings } from "../../ledger/model";
import { I18nProvider } from "../i18n/context";
import { type Language, loadMessages, type Messages, resolveLanguage } from "../i18n/messages";
import { applyTheme } from "../theme/theme";
import { invalidate, useSettings } from "./queries";
import { SourceContext, type ViewSource } from "./source";

interface Start {
  readonly settings: Settings;
  readonly language: Language;
  readonly messages: Messages;
}

/** Settings and strings, read before the first paint so that neither theme nor language changes under the eye. */
export async function startView(source: ViewSource): Promise<Start> {
  const settings = await source.settings();
  applyTheme(settings);
  const language = resolveLanguage(settings.language, navigator.languages);
  return { settings, language, messages: await loadMessages(language) };
}

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

function Started({
  starting,
  client,
  children,
}: {
  starting: Promise<Start>;
  client: QueryClient;
  children: ReactNode;
}) {
  const start = use(starting);
  client.setQueryData(["settings"], (known: Settings | undefined) => known ?? start.settings);
  return <Localised start={start}>{children}</Localised>;
}

/** The frame around a view: store, cache, language and theme. Nothing is drawn before the settings are known. */
export function Root({
  source,
  starting,
  children,
}: {
  source: ViewSource;
  starting: Promise<Start>;
  children: ReactNode;
}) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: { queries: { retry: false, networkMode: "always", refetchOnWindowFocus: false } },
      }),
  );
  useEffect(() => {
    const stop = new AbortController();
    source.onChanged((changed) => invalidate(client, changed.what), stop.signal);
    return () => stop.abort();
  }, [client, source]);
  return (
    <SourceContext value={source}>
      <QueryClientProvider client={client}>
        <Suspense fallback={null}>
          <Started starting={starting} client={client}>
            {children}
          </Started>
        </Suspense>
      </QueryClientProvider>
    </SourceContext>
  );
}
