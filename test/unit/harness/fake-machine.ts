import type { Machine } from "../../harness/setup/machine.mjs";

interface Fake {
  readonly files?: readonly string[];
  readonly env?: Record<string, string>;
  readonly platform?: NodeJS.Platform;
  readonly isRoot?: boolean;
  readonly root?: string;
  /** What a command does: true or false for {@link Machine.run}; may add files. */
  readonly run?: (command: string, files: Set<string>) => boolean;
  readonly ask?: (command: string) => string | null;
}

/** A machine of which only what a test says is true, with a record of what was run and said. */
export function fakeMachine(fake: Fake = {}): Machine & { readonly ran: string[]; readonly said: string[] } {
  const files = new Set(fake.files ?? []);
  const ran: string[] = [];
  const said: string[] = [];
  return {
    root: fake.root ?? "/project",
    platform: fake.platform ?? "linux",
    env: fake.env ?? { PATH: "/usr/bin" },
    home: "/home/a",
    isRoot: fake.isRoot ?? false,
    exists: (path) => files.has(path),
    list: (folder) => [
      ...new Set(
        [...files].filter((f) => f.startsWith(`${folder}/`)).map((f) => f.slice(folder.length + 1).split("/")[0] ?? ""),
      ),
    ],
    run: (command, args) => {
      const line = [command, ...args].join(" ");
      ran.push(line);
      return fake.run?.(line, files) ?? false;
    },
    ask: (command) => fake.ask?.(command) ?? null,
    say: (line) => void said.push(line),
    ran,
    said,
  };
}
