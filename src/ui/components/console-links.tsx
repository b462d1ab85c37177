import type { ReactNode } from "react";
import { useI18n } from "../i18n/context";
import { Icon } from "./icon";

/** The two consoles at their safe entries; a deep address of them may open an empty shell. Opened by the user alone. */
const CONSOLE_ENTRY = {
  "channels.weixin.qq.com": "https://channels.weixin.qq.com/platform",
  "store.weixin.qq.com": "https://store.weixin.qq.com/shop/home",
} as const;

export function ConsoleLink({ host }: { host: keyof typeof CONSOLE_ENTRY }): ReactNode {
  const { t } = useI18n();
  return (
    <a href={CONSOLE_ENTRY[host]} target="_blank" rel="noreferrer">
      {t(host === "channels.weixin.qq.com" ? "open_channels" : "open_store")}
      <Icon name="external" />
    </a>
  );
}

export function ConsoleLinks(): ReactNode {
  return (
    <p className="links">
      <ConsoleLink host="channels.weixin.qq.com" />
      <ConsoleLink host="store.weixin.qq.com" />
    </p>
  );
}
