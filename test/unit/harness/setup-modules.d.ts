// The set-up script is plain JavaScript with JSDoc types: it must run before TypeScript is installed.
declare module "*/setup/machine.mjs" {
  export interface Machine {
    root: string;
    platform: NodeJS.Platform;
    env: Record<string, string | undefined>;
    home: string;
    isRoot: boolean;
    exists(path: string): boolean;
    list(path: string): string[];
    run(command: string, args: string[]): boolean;
    ask(command: string, args: string[]): string | null;
    say(line: string): void;
  }
}
declare module "*/setup/find-browser.mjs" {
  import type { Machine } from "*/setup/machine.mjs";
  export function findBrowsers(machine: Machine): string[];
}
declare module "*/setup/browser.mjs" {
  import type { Machine } from "*/setup/machine.mjs";
  export function ensureBrowser(machine: Machine): Promise<void>;
}
declare module "*/setup/dependencies.mjs" {
  import type { Machine } from "*/setup/machine.mjs";
  export function ensureDependencies(machine: Machine): Promise<void>;
  export function sameVersions(
    wanted: Record<string, { version?: string; optional?: boolean; devOptional?: boolean }>,
    installed: Record<string, { version?: string }>,
  ): boolean;
}
declare module "*/setup/node.mjs" {
  export function checkNode(version: string): void;
}
