// npm ci must not depend on a browser download: test/harness/setup.mjs looks for an installed browser first and
// asks puppeteer for its own only when there is none.
module.exports = { skipDownload: true };
