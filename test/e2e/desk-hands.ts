import type { Page } from "puppeteer";

/** A page of the console with a field to write in of either kind. */
export const EDITOR = `<!doctype html><meta charset="utf-8"><div>视频描述</div>
  <div contenteditable="" class="input-editor" data-placeholder="添加描述" style="min-height:60px"></div>
  <div>短标题</div><div><input id="short" type="text" placeholder="填写短标题有机会获得更多流量"></div>`;

export const says = (page: Page, words: string): Promise<unknown> =>
  page.waitForFunction((wanted) => document.body.innerText.includes(wanted), { polling: 50 }, words);
export const marked = (page: Page): Promise<(string | null)[]> =>
  page.$$eval("mark", (marks) => marks.map((mark) => mark.textContent));
export const marksAre = (page: Page, holds: readonly string[], without: readonly string[] = []): Promise<unknown> =>
  page.waitForFunction(
    (wanted, gone) => {
      const all = [...document.querySelectorAll("mark")].map((mark) => mark.textContent ?? "");
      return (
        wanted.every((each) => all.some((text) => text.includes(each))) &&
        !gone.some((each) => all.some((text) => text.includes(each)))
      );
    },
    { polling: 50 },
    holds,
    without,
  );
/** Clicks the button or summary that says `words`, in the finding about `of` where that is given. */
export async function press(page: Page, words: string, of = ""): Promise<void> {
  await page.bringToFront();
  const find = (wanted: string, about: string): HTMLElement | undefined =>
    [...document.querySelectorAll<HTMLElement>(about ? ".finding" : "main")]
      .filter((each) => !about || each.querySelector("mark")?.textContent?.includes(about))
      .flatMap((each) => [...each.querySelectorAll<HTMLElement>("button, summary")])
      .find((each) => each.textContent?.trim() === wanted);
  const found = await page.waitForFunction(find, { polling: 50 }, words, of);
  await (found.asElement() as unknown as { click(): Promise<void> }).click();
}
export async function fill(page: Page, label: string, text: string): Promise<void> {
  const field = await page.waitForFunction(
    (wanted) => {
      const named = [...document.querySelectorAll("label")].find((each) => each.textContent?.trim() === wanted);
      return named && document.getElementById(named.htmlFor);
    },
    { polling: 50 },
    label,
  );
  const input = field.asElement() as unknown as {
    click(how: object): Promise<void>;
    type(text: string): Promise<void>;
  };
  await input.click({ count: 3 });
  await input.type(text);
}

/** Puts a file into the page's file field, the one called `label` where there are several. */
export const chooseFile = (page: Page, name: string, bytes: Uint8Array, label = ""): Promise<void> =>
  page.evaluate(
    (called, base64, wanted) => {
      const input = [...document.querySelectorAll<HTMLInputElement>('input[type="file"]')].find((each) =>
        each.ariaLabel?.includes(wanted),
      );
      const files = new DataTransfer();
      files.items.add(new File([Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))], called));
      if (input) input.files = files.files;
      input?.dispatchEvent(new Event("change", { bubbles: true }));
    },
    name,
    Buffer.from(bytes).toString("base64"),
    label,
  );
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
