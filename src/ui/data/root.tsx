import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, Suspense, use, useEffect, useState } from "react";
import { I18nProvider } from "../i18n/context";
import { type Language, loadMessages, type Messages, resolveLanguage } from "../i18n/messages";
import { keepLook, keptLook } from "../theme/kept-look";
import { applyTheme } from "../theme/theme";
import { invalidate, useSettings } from "./queries";
import { SourceContext, type ViewSource } from "./source";

export interface Strings {
  readonly language: Language;
  readonly messages: Messages;
}

async function load(language: Language): Promise<Strings> {
  return { language, messages: await loadMessages(language) };
}

/** Puts the last look on the page and fetches its strings: all that the first paint waits for. */
export function startView(): Promise<Strings> {
  const look = keptLook();
  applyTheme(look);
  return load(resolveLanguage(look.language, navigator.languages));
}

const newClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: { queries: { retry: false, networkMode: "always", refetchOnWindowFocus: false } },
  });

interface Props {
  readonly source: ViewSource;
  readonly starting: Promise<Strings>;
  readonly children: ReactNode;
}

/** The frame around a view: store, cache, language and theme. */
export function Root({ source, starting, children }: Props): ReactNode {
  const [client] = useState(newClient);
  useEffect(() => {
    const stop = new AbortController();
    source.onChanged((changed) => invalidate(client, changed.what), stop.signal);
    return () => stop.abort();
  }, [client, source]);
  return (
    <SourceContext value={source}>
      <QueryClientProvider client={client}>
        <Suspense fallback={null}>
          <Localised starting={starting}>{children}</Localised>
        </Suspense>
      </QueryClientProvider>
    </SourceContext>
  );
}

/** Follows the settings: language, theme and title change as soon as they are saved. */
function Localised({ starting, children }: Pick<Props, "starting" | "children">): ReactNode {
  const settings = useSettings().data;
  const [strings, setStrings] = useState(use(starting));
  const wanted = settings ? resolveLanguage(settings.language, navigator.languages) : strings.language;
  useEffect(() => {
    let live = true;
    if (wanted !== strings.language) void load(wanted).then((loaded) => live && setStrings(loaded));
    return () => {
      live = false;
    };
  }, [wanted, strings.language]);
  useEffect(() => {
    if (!settings) return;
    applyTheme(settings);
    keepLook(settings);
  }, [settings]);
  useEffect(() => {
    document.documentElement.lang = strings.language === "en" ? "en" : "zh-CN";
    document.title = strings.messages.extensionName?.message ?? document.title;
  }, [strings]);
  return <I18nProvider {...strings}>{children}</I18nProvider>;
}
