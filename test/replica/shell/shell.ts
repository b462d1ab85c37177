interface Shell {
  readonly title: string;
  /** Whose console it is. */
  readonly owner: string;
  readonly menu: readonly (readonly [name: string, path: string])[];
}

/** What stands around every page. A click in the menu, or on a link of a page, changes the address without a load. */
export function drawShell({ title, owner, menu }: Shell): void {
  document.body.innerHTML = `
    <div class="header-bar"><span class="logo">${title}</span><span class="header-account"><img class="avatar" alt="头像" src="/assets/avatar.svg" width="28" height="28"><span>${owner}</span></span></div>
    <div class="layout">
      <nav class="side-menu">${menu.map(([name, path]) => `<a href="${path}">${name}</a>`).join("")}</nav>
      <div id="container-wrap"></div>
    </div>`;
}

/** Calls `open` with the path now and whenever it changes; a link inside a micro app counts as well. */
export function follow(open: (path: string) => void): void {
  document.addEventListener("click", (event) => {
    const link = event
      .composedPath()
      .find((each): each is HTMLAnchorElement => each instanceof Element && each.localName === "a");
    const href = link?.getAttribute("href") ?? "";
    if (!href.startsWith("/")) return;
    event.preventDefault();
    history.pushState(null, "", href);
    open(location.pathname);
  });
  addEventListener("popstate", () => open(location.pathname));
  open(location.pathname);
}
