import "../dashboard/dashboard.css";
import "./campaigns.css";
import { type ReactNode, useState } from "react";
import { addDays, shanghaiDay } from "../../src/metrics/calendar";
import type { Campaign } from "../../src/metrics/campaigns";
import { Empty } from "../../src/ui/components/empty";
import { Trouble } from "../../src/ui/components/trouble";
import { campaignBoard } from "../../src/ui/data/campaigns";
import { useOwners } from "../../src/ui/data/queries";
import { useSource } from "../../src/ui/data/source";
import { useAsk } from "../../src/ui/data/use-ask";
import { useI18n } from "../../src/ui/i18n/context";
import { usePutNotes } from "../use-put-notes";
import { type CampaignFields, CampaignForm } from "./campaign-form";
import { CampaignTable } from "./campaign-table";
import { CampaignView } from "./campaign-view";

const NEW = "new";

/** Campaigns side by side: what was planned, what the playbook says of the kind, and what the days before, in and after say. */
export default function CampaignsSection(): ReactNode {
  const { t } = useI18n();
  const source = useSource();
  const shops = (useOwners().data ?? []).filter(({ type }) => type === "shop");
  const { data, error, refetch } = useAsk({
    queryKey: ["dashboard", "campaigns"],
    queryFn: async () => campaignBoard(await source.reader()),
  });
  const { put, failure } = usePutNotes();
  const [editing, setEditing] = useState<string | null>(null);
  const [removed, setRemoved] = useState<Campaign | null>(null);
  if (error) return <Trouble error={error} onRetry={refetch} />;
  if (!data) return null;
  const write = (id: string, fields: CampaignFields | null): Promise<boolean> =>
    put([{ kind: "campaign", id, fields }]);
  const save = async (id: string, fields: CampaignFields): Promise<void> => {
    if (await write(id === NEW ? crypto.randomUUID() : id, fields)) setEditing(null);
  };
  const remove = async (campaign: Campaign): Promise<void> => {
    if (await write(campaign.id, null)) setRemoved(campaign);
  };
  const restore = async ({ id, ...fields }: Campaign): Promise<void> => {
    if (await put([{ kind: "campaign", id, fields }], [{ kind: "campaign", id, fields: null }])) setRemoved(null);
  };
  const today = shanghaiDay(Date.now());
  const blank: CampaignFields = {
    name: "",
    from: addDays(today, -2),
    to: today,
    kind: "discount",
    house: null,
    lift: null,
  };
  const form = (id: string, start: CampaignFields): ReactNode => (
    <CampaignForm
      key={id}
      start={start}
      shops={shops}
      isNew={id === NEW}
      onSave={(fields) => void save(id, fields)}
      onCancel={() => setEditing(null)}
    />
  );
  return (
    <>
      <p className="soft">{t("campaigns_hint")}</p>
      <p role="status">
        {removed && (
          <>
            {t("campaign_removed", { name: removed.name })}{" "}
            <button type="button" className="text-button" onClick={() => void restore(removed)}>
              {t("campaign_restore")}
            </button>
          </>
        )}
      </p>
      <p role="alert" className={failure ? "notice" : ""}>
        {failure}
      </p>
      {editing === NEW ? (
        form(NEW, blank)
      ) : (
        <button type="button" className="button button-main campaigns-new" onClick={() => setEditing(NEW)}>
          {t("campaign_add")}
        </button>
      )}
      {data.campaigns.length === 0 && editing === null && (
        <Empty title={t("campaigns_empty")}>
          <p className="soft">{t("campaigns_empty_hint")}</p>
        </Empty>
      )}
      {data.campaigns.length > 1 && <CampaignTable board={data} />}
      {data.campaigns.map(({ id, ...fields }) =>
        editing === id ? (
          form(id, fields)
        ) : (
          <CampaignView
            key={id}
            campaign={{ id, ...fields }}
            results={data.results.get(id) ?? []}
            onEdit={() => setEditing(id)}
            onRemove={() => void remove({ id, ...fields })}
          />
        ),
      )}
    </>
  );
}
