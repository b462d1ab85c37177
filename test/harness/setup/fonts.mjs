import { aptInstall } from "./apt.mjs";

/**
 * Chinese glyphs for screenshots and for a person who looks: a Linux machine without any gets Noto Sans CJK when it is
 * Debian and we are root. Without them everything still runs, so a failure is only said.
 *
 * @param {import("./machine.mjs").Machine} machine
 */
export function ensureFonts(machine) {
  if (machine.platform !== "linux" || hasChinese(machine)) return;
  const hint = "no Chinese font: text will show as boxes (on Debian: apt-get install fonts-noto-cjk)";
  if (!aptInstall(machine, ["fonts-noto-cjk"])) machine.say(hint);
}

function hasChinese(machine) {
  const known = machine.ask("fc-list", [":lang=zh", "family"]);
  if (known !== null) return known.trim() !== "";
  return ["opentype/noto/NotoSansCJK-Regular.ttc", "truetype/wqy", "truetype/arphic"].some((path) =>
    machine.exists(`/usr/share/fonts/${path}`),
  );
}
