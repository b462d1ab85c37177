// The micro app 数据中心: videos over a period, and one row a video in a real component library's table.
import { Table, type TableColumnType } from "antd";
import { createRoot } from "react-dom/client";
import type { PostDataView } from "../views";
import { answer } from "./answer";
import { app, h, show, spinner } from "./dom";
import { periodCards } from "./period-cards";
import { tabs } from "./tabs";

type Row = PostDataView["rows"][number];
type Sums = PostDataView["sums"];

/** In the order of the screen, which is not that of the export. */
const COLUMNS: readonly (readonly [string, keyof Row, number])[] = [
  ["视频", "title", 260],
  ["发布时间", "time", 150],
  ["完播率", "completion", 90],
  ["平均播放时长", "seconds", 120],
  ["播放", "plays", 90],
  ["❤", "likes", 80],
  ["👍", "favs", 80],
  ["评论", "comments", 80],
  ["关注", "follows", 80],
  ["分享", "forwards", 80],
  ["转发聊天和朋友圈", "chatMoments", 150],
  ["设为铃声", "ringtones", 90],
  ["设为状态", "statuses", 90],
  ["设为朋友圈封面", "covers", 130],
];

const columns: TableColumnType<Row>[] = [
  ...COLUMNS.map(
    ([title, dataIndex, width]): TableColumnType<Row> => ({
      title,
      dataIndex,
      width,
      ...(dataIndex === "title" ? { fixed: "left" as const } : {}),
      ...(dataIndex === "plays" ? { sorter: () => 0 } : {}),
    }),
  ),
  {
    title: "详情",
    key: "detail",
    width: 80,
    fixed: "right",
    render: () => <a href="/platform/statistic/postDetail?isImageMode=0">查看</a>,
  },
];

function Single({ rows, sums }: PostDataView) {
  return (
    <Table
      rowKey="title"
      columns={columns}
      dataSource={[...rows]}
      pagination={false}
      scroll={{ x: "max-content", y: 560 }}
      summary={() => (
        <Table.Summary fixed>
          <Table.Summary.Row>
            {["合计", "", ...COLUMNS.slice(2).map(([, key]) => (key in sums ? sums[key as keyof Sums] : "-")), ""].map(
              (text, at) => (
                <Table.Summary.Cell key={COLUMNS[at]?.[1] ?? "detail"} index={at}>
                  {text}
                </Table.Summary.Cell>
              ),
            )}
          </Table.Summary.Row>
        </Table.Summary>
      )}
    />
  );
}

async function postData(): Promise<void> {
  show(spinner());
  const view = await answer<PostDataView>("/micro/statistic/cgi-bin/mmfinderassistant-bin/statistic/post_list");
  const single = h("div", "single-post");
  createRoot(single).render(<Single {...view} />);
  const download = h("div", "filter-extra", h("a", { href: "javascript:;" }, "下载表格"));
  show(
    ...tabs([
      { name: "全部视频", pane: h("div", "", h("h3", "", "数据概览"), periodCards(view.periods)) },
      { name: "单篇视频", pane: h("div", "", download, single) },
    ]),
  );
}

if (app().dataset.page === "postData") postData();
