/** A console's shell: the micro apps come by script. */
export const shellHtml = (title: string, script: string): string => `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/assets/console.css"></head>
<body><script src="/assets/${script}.js"></script></body>
</html>`;

/** A micro app's own document, as its shell fetches it. */
export const microHtml = (script: string, page: string, query = ""): string => `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>${page}</title><link rel="stylesheet" href="/assets/console.css"></head>
<body><div id="app" data-page="${page}" data-query="${escapeHtml(query)}"></div><script src="/assets/${script}.js"></script></body>
</html>`;

/** What stands in the way when the session is over. */
export const loginHtml = (title: string): string => `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/assets/console.css"></head>
<body><div id="app"><div class="login-qrcode-wrap"><h2>${title}</h2><div class="qrcode-wrap"><img class="qrcode" alt="二维码" src="/assets/cover.svg" width="200" height="200"></div><p class="qrcode-tip">微信扫码登录</p><p>登录即代表同意《服务条款》</p></div></div></body>
</html>`;

/** The shell without its page: what a deep link can leave behind. */
export const emptyHtml = (title: string): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"></head>
<body><div class="header-bar"><span class="logo">${title}</span></div><div id="container-wrap"></div></body></html>`;

const escapeHtml = (text: string): string => text.replace(/[&"<>]/g, (char) => `&#${char.charCodeAt(0)};`);
