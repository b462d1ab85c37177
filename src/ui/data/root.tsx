import { notifyManager, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { I18nProvider } from "../i18n/context";
import { type Language, loadMessages, type Messages, resolveLanguage, type StringFile } from "../i18n/messages";
import { Gate } from "../lock/gate";
import { keepLook, keptLook } from "../theme/kept-look";
import { applyTheme } from "../theme/theme";
import { invalidate, useSettings } from "./queries";
import { SourceContext, type ViewSource } from "./source";

export interface Strings {
  readonly language: Language;
  readonly messages: Messages;
  readonly files: readonly StringFile[];
}

async function load(language: Language, files: readonly StringFile[]): Promise<Strings> {
  return { language, files, messages: await loadMessages(language, files) };
}

/** Puts the last look on the page and fetches its strings: all that the first paint waits for. */
export function startView(...files: readonly StringFile[]): Promise<Strings> {
  const look = keptLook();
  applyTheme(look);
  return load(resolveLanguage(look.language, navigator.languages), files);
}

// An answer is drawn when it is there: by default it waits for a timer, and a chain of those waits 4 ms each time.
notifyManager.setScheduler(queueMicrotask);

/** The cache of a view. */
export const newClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: { queries: { retry: false, networkMode: "always", refetchOnWindowFocus: false } },
  });

interface Props {
  readonly source: ViewSource;
  readonly starting: Promise<Strings>;
  /** One that was asked for something before anything is drawn. */
  readonly client?: QueryClient;
  readonly children: ReactNode;
  /** What stands on a locked store's screen for who forgot the passphrase. */
  readonly forgot?: ReactNode;
}

/** The frame around a view: store, cache, language and theme. */
export function Root({ source, starting, client: given, children, forgot }: Props): ReactNode {
  const [client] = useState(() => given ?? newClient());
  useEffect(() => {
    const stop = new AbortController();
    source.onChanged(({ what, part }) => {
      // Locked or unlocked: nothing that was read or drawn before is to stay, and the store is opened as it now is.
      if (what === "lock" && part === undefined) location.reload();
      else invalidate(client, what);
    }, stop.signal);
    return () => stop.abort();
  }, [client, source]);
  return (
    <SourceContext value={source}>
      <QueryClientProvider client={client}>
        <Localised starting={starting}>
          <Gate forgot={forgot}>{children}</Gate>
        </Localised>
      </QueryClientProvider>
    </SourceContext>
  );
}

/**
 * Follows the settings: language, theme and title change as soon as they are saved. The strings are awaited by hand:
 * React holds what a Suspense boundary reveals back for 300 ms after its fallback, and that is a third of a popup's life.
 */
function Localised({ starting, children }: Pick<Props, "starting" | "children">): ReactNode {
  const settings = useSettings().data;
  const [strings, setStrings] = useState<Strings | null>(null);
  const shown = strings?.language;
  const files = strings?.files;
  const wanted = settings && shown ? resolveLanguage(settings.language, navigator.languages) : shown;
  useEffect(() => {
    let live = true;
    const show = (loaded: Strings): void => {
      if (live) setStrings(loaded);
    };
    const fail = (error: unknown): void => {
      // Thrown while drawing, so that it is seen as any other failure of the view.
      setStrings(() => {
        throw error;
      });
    };
    if (shown === undefined) starting.then(show, fail);
    else if (files && wanted !== undefined && wanted !== shown) load(wanted, files).then(show, fail);
    return () => {
      live = false;
    };
  }, [starting, wanted, shown, files]);
  useEffect(() => {
    if (!settings) return;
    applyTheme(settings);
    keepLook(settings);
  }, [settings]);
  useEffect(() => {
    if (!strings) return;
    document.documentElement.lang = strings.language === "en" ? "en" : "zh-CN";
    document.title = strings.messages.extensionName?.message ?? document.title;
  }, [strings]);
  return strings && <I18nProvider {...strings}>{children}</I18nProvider>;
}
