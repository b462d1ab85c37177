import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod/mini";
import { CONSOLE_HOSTS } from "../../src/ledger/model";
import { siteFolder } from "./site-folder";

/** The user's input cannot be used; the message says which file or line and why. */
export class UnusableInput extends Error {}

const selector = z.string().check(z.minLength(1));
const action = z.union([
  z.strictObject({ wait: z.number().check(z.nonnegative()) }),
  z.strictObject({ click: selector }),
  z.strictObject({ type: z.tuple([selector, z.string()]) }),
  z.strictObject({ scroll: z.tuple([z.nullable(selector), z.number()]) }),
  z.strictObject({ go: z.string().check(z.minLength(1)) }),
]);
const visit = z.strictObject({
  url: z.string().check(z.refine((url) => URL.canParse(url) && url.startsWith("https://"), "is not an https address")),
  at: z.optional(z.string().check(z.refine((at) => !Number.isNaN(Date.parse(at)), "is not an ISO time"))),
  act: z.optional(z.array(action)),
  settle: z.optional(z.number().check(z.positive())),
});
const siteFile = z.object({ visits: z.array(visit).check(z.minLength(1)) });

export type Action = z.infer<typeof action>;
export interface Visit extends z.infer<typeof visit> {
  /** Seconds more in which the first look is waited for, where it is known that one comes. */
  readonly late?: number;
}

export interface Site {
  readonly folder: string;
  /** Folders of the site that are host names. */
  readonly hosts: readonly string[];
  readonly visits: readonly Visit[];
}

/** Reads and checks `folder/site.json`, and that every page to visit is there. Throws {@link UnusableInput}. */
export async function loadSite(folder: string): Promise<Site> {
  const file = join(folder, "site.json");
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new UnusableInput(`${file} cannot be read: ${error.code === "ENOENT" ? "no such file" : error.message}`);
  });
  const { visits } = parse(file, text);
  const names = await readdir(folder, { withFileTypes: true });
  const hosts = names.filter((entry) => entry.isDirectory() && entry.name.includes(".")).map((entry) => entry.name);
  await Promise.all(visits.map((each, at) => assertThere(folder, each, `${file}: visits[${at}]`)));
  return { folder, hosts: [...new Set([...CONSOLE_HOSTS, ...hosts])], visits };
}

function parse(file: string, text: string): z.infer<typeof siteFile> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new UnusableInput(`${file} is not JSON: ${(error as Error).message}`);
  }
  const parsed = siteFile.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UnusableInput(`${file}: ${place(issue?.path ?? [])} ${problem(issue, json)}`);
}

const place = (path: readonly PropertyKey[]) =>
  path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : `${text}${text && "."}${String(key)}`),
    "",
  ) || "the file";

function problem(issue: z.core.$ZodIssue | undefined, json: unknown): string {
  const found = issue?.path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown>)?.[key], json);
  const shown = JSON.stringify(found) ?? "nothing";
  if (issue?.code === "invalid_union") {
    return `is no action: ${shown} (one of wait, click, type, scroll, go, as README.md shows)`;
  }
  return `${issue?.code === "custom" ? issue.message : `is not what site.json takes`}: ${shown}`;
}

async function assertThere(folder: string, { url }: Visit, where: string): Promise<void> {
  const { host, pathname, searchParams } = new URL(url);
  const request = { host, path: decodeURIComponent(pathname), query: searchParams, method: "GET", body: "" };
  if (await siteFolder(folder)(request)) return;
  throw new UnusableInput(`${where}.url has no page: none of ${host}${pathname}{.html,/index.html,} is in ${folder}`);
}
