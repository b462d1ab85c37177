import type { ElementHandle, Page } from "puppeteer";
import { type Action, UnusableInput } from "./site";

const PATIENCE_MS = 15_000;
/** What never stands still is taken where it is. */
const STILL_MS = 3_000;

/** Does what a person would, through the browser's input: a real click, real keys, a real wheel. */
export async function act(page: Page, action: Action): Promise<void> {
  if ("wait" in action) {
    await new Promise((resolve) => setTimeout(resolve, action.wait));
  } else if ("click" in action) {
    await (await find(page, action.click)).click();
  } else if ("type" in action) {
    const [selector, text] = action.type;
    await (await find(page, selector)).click();
    // A person goes on where the text ends, not where the mouse happened to hit it.
    await page.keyboard.down("Control");
    await page.keyboard.press("End");
    await page.keyboard.up("Control");
    await page.keyboard.type(text);
  } else if ("scroll" in action) {
    const [selector, pixels] = action.scroll;
    await (selector === null ? overMiddle(page) : (await find(page, selector)).hover());
    await page.mouse.wheel({ deltaY: pixels });
  } else {
    await page.evaluate((url) => history.pushState(null, "", url), action.go);
  }
}

/** Clicks, wheels and navigations show something new, which a person looks at before going on. */
export const showsSomethingNew = (action: Action): boolean => !("wait" in action || "type" in action);

async function overMiddle(page: Page): Promise<void> {
  const { width = 800, height = 600 } = page.viewport() ?? {};
  await page.mouse.move(width / 2, height / 2);
}

/**
 * The first visible match, in the page or a frame of it, as soon as there is one. `>>> ` goes through open shadow roots.
 * It is waited for until it stays where it is: a click on what still moves hits what was beside it.
 */
async function find(page: Page, selector: string): Promise<ElementHandle> {
  const deadline = Date.now() + PATIENCE_MS;
  let place = "";
  let since: number | null = null;
  while (Date.now() < deadline) {
    const found = await firstVisible(page, selector);
    if (found !== null) {
      since ??= Date.now();
      const before = place;
      place = JSON.stringify(await found.boundingBox());
      if (place === before || Date.now() - since > STILL_MS) return found;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new UnusableInput(`nothing on ${page.url()} matches the selector ${selector}`);
}

async function firstVisible(page: Page, selector: string): Promise<ElementHandle | null> {
  for (const frame of page.frames()) {
    const matches = await frame.$$(selector).catch((error: Error) => {
      if (/not a valid selector|SyntaxError/i.test(error.message)) throw new UnusableInput(`bad selector: ${selector}`);
      return []; // the frame went away meanwhile
    });
    for (const match of matches) if (await match.isVisible()) return match;
  }
  return null;
}
