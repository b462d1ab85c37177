// The micro app 商品: the list, in a real component library's table with fixed columns, header and body apart.
import { Table, type TableColumnType } from "antd";
import { createRoot } from "react-dom/client";
import type { GoodsView } from "../views";
import { answer } from "./answer";
import { app, show, spinner } from "./dom";

type Row = GoodsView[number];

const columns: TableColumnType<Row>[] = [
  {
    title: "商品",
    key: "name",
    width: 320,
    fixed: "left",
    render: (_, { id, name }) => (
      <div className="goods-info">
        <img src="/assets/cover.svg" width={48} height={48} alt="" />
        <div>
          <div className="goods-name">{name}</div>
          <div className="goods-id">ID: {id}</div>
        </div>
      </div>
    ),
  },
  { title: "价格", dataIndex: "price", width: 120, sorter: () => 0 },
  { title: "库存", dataIndex: "stock", width: 100 },
  { title: "销量", dataIndex: "sold", width: 100, sorter: () => 0 },
  { title: "状态", dataIndex: "status", width: 100 },
  {
    title: "操作",
    key: "action",
    width: 160,
    fixed: "right",
    render: () => (
      <span>
        <a href="#edit">编辑</a> <a href="#off">下架</a> <a href="#copy">复制</a>
      </span>
    ),
  },
];

function GoodsList({ rows }: { readonly rows: GoodsView }) {
  return (
    <div className="goods-page">
      <div className="goods-tabs">全部商品</div>
      <Table
        rowKey="id"
        rowSelection={{}}
        columns={columns}
        dataSource={[...rows]}
        pagination={{ pageSize: 50, showTotal: (total) => `共 ${total} 条`, hideOnSinglePage: false }}
        scroll={{ x: 1_000, y: 520 }}
      />
    </div>
  );
}

async function goodsList(): Promise<void> {
  show(spinner());
  const rows = await answer<GoodsView>("/mmchannelstradeproductcore/cgi/goods/scanProductPreview");
  show();
  createRoot(app()).render(<GoodsList rows={rows} />);
}

goodsList();
