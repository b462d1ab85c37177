import type { ReactNode } from "react";
import { CONSOLE_HOSTS, type ConsoleHost } from "../src/ledger/model";
import { useSettings } from "../src/ui/data/queries";
import { useI18n } from "../src/ui/i18n/context";
import type { MessageKey } from "../src/ui/i18n/messages";
import { SwitchRow } from "./switch-row";
import { usePatch } from "./use-patch";

const HOST_NAME: Record<ConsoleHost, MessageKey> = {
  "channels.weixin.qq.com": "host_channels",
  "store.weixin.qq.com": "host_store",
};

/** Which consoles may be read, and in which drafts may be marked in place. */
export function ReadingSection(): ReactNode {
  const { t } = useI18n();
  const settings = useSettings().data;
  const { save, failure } = usePatch();
  if (!settings) return null;
  const { reading, marks } = settings;
  return (
    <>
      <section className="group">
        <SwitchRow
          name={t("reading_all")}
          hint={t(reading.all ? "reading_all_on" : "reading_all_off")}
          checked={reading.all}
          onChange={(all) => void save({ reading: { all } })}
        />
        {CONSOLE_HOSTS.map((host) => (
          <SwitchRow
            key={host}
            name={t("reading_host", { host: t(HOST_NAME[host]) })}
            hint={host}
            checked={reading.all && reading.hosts[host]}
            disabled={!reading.all}
            onChange={(on) => void save({ reading: { hosts: { [host]: on } } })}
          />
        ))}
      </section>
      <h3>{t("marks")}</h3>
      <p className="soft">{t("marks_hint")}</p>
      <section className="group">
        {CONSOLE_HOSTS.map((host) => (
          <SwitchRow
            key={host}
            name={t("marks_host", { host: t(HOST_NAME[host]) })}
            hint={host}
            checked={marks[host]}
            disabled={!reading.all || !reading.hosts[host]}
            onChange={(on) => void save({ marks: { [host]: on } })}
          />
        ))}
      </section>
      <p role="alert">{failure}</p>
    </>
  );
}
