import "../dashboard/dashboard.css";
import "./posts.css";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { mixBoard } from "../../src/metrics/mix-board";
import { type PostMark, postsOfMonth } from "../../src/metrics/posts";
import { ConsoleLink } from "../../src/ui/components/console-links";
import { Empty } from "../../src/ui/components/empty";
import { FindField, matches } from "../../src/ui/components/find-field";
import { Trouble } from "../../src/ui/components/trouble";
import { useShortcuts } from "../../src/ui/components/use-shortcuts";
import { usePosts } from "../../src/ui/data/dashboard-queries";
import { useI18n } from "../../src/ui/i18n/context";
import { HouseSwitch, useHouse } from "../house-switch";
import { usePutNotes } from "../use-put-notes";
import { MixView } from "./mix-view";
import { PostTableView } from "./post-table-view";
import { type Sort, sortPosts } from "./sort-posts";

/** The videos of an account against their own middle and the playbook's standards, and how the mix of a month stands. */
export default function PostsSection(): ReactNode {
  const { t } = useI18n();
  const { house, houses, choose } = useHouse();
  const { data, error, refetch } = usePosts(house);
  const [find, setFind] = useState<string | null>(null);
  const [sort, setSort] = useState<Sort>({ by: "published", isDown: true });
  const { put, failure } = usePutNotes();
  const [undo, setUndo] = useState<{ key: string; before: PostMark; now: PostMark } | null>(null);
  const mark = useCallback(
    async (key: string, fields: PostMark, before: PostMark) => {
      setUndo(null);
      if (await put([{ kind: "post", id: key, fields: whole(fields) }])) setUndo({ key, before, now: fields });
    },
    [put],
  );
  const closeFind = useCallback(() => setFind(null), []);
  useShortcuts(useMemo(() => ({ "/": () => setFind((text) => text ?? ""), Escape: closeFind }), [closeFind]));
  const rows = useMemo(
    () =>
      sortPosts(
        (data?.rows ?? []).filter(({ name, type }) => matches(find ?? "", name, type)),
        sort,
      ),
    [data, find, sort],
  );
  const board = useMemo(() => data && mixBoard(postsOfMonth(data.rows, Date.now())), [data]);
  if (error) return <Trouble error={error} onRetry={refetch} />;
  if (!data || !board) return null;
  if (data.rows.length === 0)
    return (
      <Empty title={t("posts_empty")}>
        <p className="soft">{t("posts_empty_hint")}</p>
        <p className="links">
          <ConsoleLink host="channels.weixin.qq.com" />
        </p>
      </Empty>
    );
  return (
    <>
      <div className="toolbar">
        <HouseSwitch house={house} houses={houses} onChange={choose} />
        <FindField value={find} onChange={setFind} />
      </div>
      <MixView board={board} />
      <p className="posts-line" role="status">
        {t("posts_count", { n: rows.length })}
        {undo && (
          <button
            type="button"
            className="text-button"
            onClick={() => {
              const { key: id, before, now } = undo;
              void put([{ kind: "post", id, fields: whole(before) }], [{ kind: "post", id, fields: whole(now) }]);
              setUndo(null);
            }}
          >
            {t("posts_undo")}
          </button>
        )}
      </p>
      <p role="alert" className={failure ? "notice" : ""}>
        {failure}
      </p>
      <PostTableView rows={rows} medians={data.medians} sort={sort} onSort={setSort} onMark={mark} />
    </>
  );
}

/** Every field, so that what was not said is said to be open. */
const whole = ({ type = null, vertical = null, original = null }: PostMark) => ({ type, vertical, original });
