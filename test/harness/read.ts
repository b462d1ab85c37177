// npm run --silent read -- SITE   One JSON object on standard output. Exit 2 on unusable input.
import { loadSite, UnusableInput } from "./site";

async function main(folder: string | undefined): Promise<void> {
  if (folder === undefined) throw new UnusableInput("name the folder of a site: npm run read -- SITE");
  const site = await loadSite(folder);
  // Loaded only now: a mistake in the input is told at once.
  const [{ ensureBuild }, { readSite }] = await Promise.all([import("./ensure-build"), import("./read-site")]);
  await ensureBuild();
  process.stdout.write(`${JSON.stringify(await readSite(site), null, 2)}\n`);
}

main(process.argv[2]).catch((error: Error) => {
  process.stderr.write(`read: ${error.message}\n`);
  process.exitCode = error instanceof UnusableInput ? 2 : 1;
});
