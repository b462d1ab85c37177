import { h, show } from "./dom";

export function postEditor(): void {
  const row = (label: string, ...field: HTMLElement[]) =>
    h("div", "form-item", h("div", "label", label), h("div", "form-item-body", ...field));
  const button = (text: string, more = "") => h("button", `weui-desktop-btn ${more}`, text);
  show(
    h(
      "div",
      "main-body-wrap post-create",
      h(
        "div",
        "post-album-preview",
        h("div", "media-status-content", h("div", "tag-inner", "删除"), h("span", "", "上传完成")),
      ),
      h(
        "div",
        "post-edit-wrap",
        row("视频描述", h("div", { class: "input-editor", contenteditable: "", "data-placeholder": "添加描述" })),
        row("", button("#话题"), button("@视频号"), button("表情")),
        row(
          "短标题",
          h(
            "span",
            "weui-desktop-form__input-wrp",
            h("input", {
              type: "text",
              class: "weui-desktop-form__input",
              placeholder: "填写短标题有机会获得更多流量",
              maxlength: "16",
            }),
          ),
        ),
        row("位置", h("span", "select-value", "不显示位置")),
        row("添加到合集", h("span", "select-value", "选择合集")),
        row("链接", h("span", "select-value", "选择链接")),
        row("视频标注", videoLabel()),
        row("定时发表", h("label", "", "不定时"), h("label", "", "定时")),
        h("div", "form-btns", button("保存草稿"), button("手机预览"), button("发表", "weui-desktop-btn_primary")),
      ),
    ),
  );
}

/** Closed it shows what was chosen; the choices are in the page all the time. */
function videoLabel(): HTMLElement {
  const value = h("span", "select-value", "选择视频标注");
  const options = ["不添加标注", "含AI生成内容", "含营销信息", "虚构演绎，仅供娱乐"].map((text) =>
    h("div", "option-item", text),
  );
  const list = h("div", { class: "option-list-wrap", style: "display:none" }, ...options);
  value.addEventListener("click", () => {
    list.style.display = list.style.display === "" ? "none" : "";
  });
  for (const option of options) {
    option.addEventListener("click", () => {
      value.textContent = option.textContent;
      list.style.display = "none";
    });
  }
  return h("div", "select-wrap", value, list);
}
