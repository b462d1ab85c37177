// What a page asks for as soon as its script has run is asked for with the script: the chunk that holds the store, and
// the strings. Chinese ones, since a page does not know its language before; another one fetches its own.

/** Name of the chunk made of src/ui/data/store.ts, as the page's script names it. */
const STORE = /\bstore\.[0-9a-f]{8}\.js\b/;

/** The page with links to what its script will ask for. Throws where the script names no store. */
export function withPreloads(html: string, script: string, files: readonly string[]): string {
  const [store] = STORE.exec(script) ?? [];
  if (store === undefined) throw new Error("the page's script names no chunk of the store");
  const links = [
    `<link rel="modulepreload" href="/${store}">`,
    ...files.map((file) => `<link rel="preload" as="fetch" crossorigin href="/_locales/zh_CN/${file}.json">`),
  ];
  return html.replace("</head>", `${links.join("")}</head>`);
}
