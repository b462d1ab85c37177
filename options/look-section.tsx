import type { ReactNode } from "react";
import { ACCOUNTS, CHANNELS, GOODS } from "../src/compliance/finding";
import { Select } from "../src/ui/components/select";
import { useSettings } from "../src/ui/data/queries";
import { useI18n } from "../src/ui/i18n/context";
import { usePatch } from "./use-patch";

const LANGUAGES = ["auto", "zh_CN", "en"] as const;
const THEMES = ["auto", "light", "dark"] as const;
const RISES = ["red", "green"] as const;

/** How it looks, and what a new draft is taken for. */
export function LookSection(): ReactNode {
  const { t } = useI18n();
  const settings = useSettings().data;
  const { save, failure } = usePatch();
  if (!settings) return null;
  const { draft } = settings;
  return (
    <>
      <section className="group selects">
        <Select
          label={t("language")}
          value={settings.language}
          options={LANGUAGES.map((value) => ({ value, label: t(`language_${value}`) }))}
          onChange={(language) => void save({ language })}
        />
        <Select
          label={t("theme")}
          value={settings.theme}
          options={THEMES.map((value) => ({ value, label: t(`theme_${value}`) }))}
          onChange={(theme) => void save({ theme })}
        />
        <Select
          label={t("rise")}
          value={settings.rise}
          options={RISES.map((value) => ({ value, label: t(`rise_${value}`) }))}
          onChange={(rise) => void save({ rise })}
        />
      </section>
      <h3>{t("draft_defaults")}</h3>
      <p className="soft">{t("draft_defaults_hint")}</p>
      <section className="group selects">
        <Select
          label={t("scope_goods")}
          value={draft.goods}
          options={GOODS.map((value) => ({ value, label: t(`goods_${value}`) }))}
          onChange={(goods) => void save({ draft: { goods } })}
        />
        <Select
          label={t("scope_channel")}
          value={draft.channel}
          options={CHANNELS.map((value) => ({ value, label: t(`channel_${value}`) }))}
          onChange={(channel) => void save({ draft: { channel } })}
        />
        <Select
          label={t("scope_account")}
          value={draft.account}
          options={ACCOUNTS.map((value) => ({ value, label: t(`account_${value}`) }))}
          onChange={(account) => void save({ draft: { account } })}
        />
      </section>
      <p role="alert">{failure}</p>
    </>
  );
}
