import {
  type ComponentType,
  type LazyExoticComponent,
  lazy,
  type ReactNode,
  Suspense,
  useEffect,
  useRef,
  useState,
} from "react";
import { Boundary } from "../src/ui/components/boundary";
import { StoreTrouble } from "../src/ui/components/store-trouble";
import { useSettings, useStoreState } from "../src/ui/data/queries";
import { isTroubled } from "../src/ui/data/store-trouble";
import { useI18n } from "../src/ui/i18n/context";
import { keepFocus } from "./keep-focus";
import { LogSection } from "./log-section";
import { LookSection } from "./look-section";
import { NoticeSection } from "./notice-section";
import { ReadingSection } from "./reading-section";
import { GROUPS, type Group, type Section, useSection } from "./use-section";

/** Large parts come as `lazy(() => import(…))`, so that none waits for another's code. */
const BODY: Record<Section, ComponentType | LazyExoticComponent<ComponentType>> = {
  dashboard: lazy(() => import("./dashboard/section")),
  posts: lazy(() => import("./posts/section")),
  alerts: lazy(() => import("./alerts/section")),
  stock: lazy(() => import("./stock/section")),
  campaigns: lazy(() => import("./campaigns/section")),
  report: lazy(() => import("./report/section")),
  notice: NoticeSection,
  reading: ReadingSection,
  rivals: lazy(() => import("./rivals/section")),
  watch: lazy(() => import("./rivals/watch-section")),
  import: lazy(() => import("./import/section")),
  manual: lazy(() => import("./manual/section")),
  export: lazy(() => import("./export/section")),
  labels: lazy(() => import("./labels/section")),
  drift: lazy(() => import("./drift/section")),
  copy: lazy(() => import("./desk/copy-section")),
  review: lazy(() => import("./desk/review-section")),
  rules: lazy(() => import("./desk/rules-section")),
  log: LogSection,
  lock: lazy(() => import("./lock/section")),
  look: LookSection,
  data: lazy(() => import("./space/section")),
  archive: lazy(() => import("./vault/archive-section")),
  cloud: lazy(() => import("./cloud/section")),
};

export function App(): ReactNode {
  const settings = useSettings().data;
  return settings ? <Workspace first={settings.noticeReadAt === null ? "notice" : "reading"} /> : null;
}

function Workspace(props: { first: Section }): ReactNode {
  const { t } = useI18n();
  const state = useStoreState().data;
  // Decided once: reading the notice must not take the page away from under the reader.
  const [first] = useState(props.first);
  const section = useSection(first);
  const nav = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the current link is read from the page after the section changed
  useEffect(() => {
    // On a narrow screen the navigation is one line that scrolls; elsewhere this does nothing.
    const current = nav.current?.querySelector<HTMLElement>("[aria-current]");
    if (nav.current && current) nav.current.scrollLeft = current.offsetLeft - nav.current.clientWidth / 3;
  }, [section]);
  const body = useRef<HTMLElement>(null);
  useEffect(() => (body.current ? keepFocus(body.current) : undefined), []);
  const Body = BODY[section];
  // The bucket's own page says itself what failed there.
  const shown = state && section === "cloud" ? { ...state, failure: null } : state;
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t("extensionName")}</h1>
        <nav ref={nav} aria-label={t("options_nav")}>
          {(Object.keys(GROUPS) as Group[]).map((group) => (
            <section key={group}>
              <h2>{t(`section_group_${group}`)}</h2>
              <ul>
                {GROUPS[group].map((each) => (
                  <li key={each}>
                    <a href={`#${each}`} aria-current={each === section ? "page" : undefined}>
                      {t(`section_${each}`)}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </nav>
      </header>
      <main ref={body} className="page-body" tabIndex={-1}>
        {shown && isTroubled(shown) && <StoreTrouble state={shown} />}
        <h2>{t(`section_${section}`)}</h2>
        <Boundary key={section}>
          <Suspense>
            <Body />
          </Suspense>
        </Boundary>
      </main>
    </div>
  );
}
