// The micro app 内容: home, list of videos, editor.
import { app, show, spinner } from "./dom";
import { home } from "./home";
import { postEditor } from "./post-editor";
import { postList } from "./post-list";

const pages: Readonly<Record<string, () => void | Promise<void>>> = { home, postList, postEditor };

show(spinner());
pages[app().dataset.page ?? ""]?.();
