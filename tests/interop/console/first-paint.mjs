// node first-paint.mjs URL: how soon a browser that has never been here shows something, and how soon one can type the key. Ends with a line
// of JSON: milliseconds from the begin of the navigation, and what was sent for it.
import { chromium } from "playwright-core";

const [server] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.OMNIREEL_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
// A context of its own has an empty cache.
const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
await page.addInitScript(() => {
  const look = () => {
    if (document.querySelector(".loading")) globalThis.sawLoading = true;
    const key = document.querySelector("#key");
    if (key && !key.disabled) globalThis.usable ??= performance.now();
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });
});
await page.goto(server, { waitUntil: "commit" });
await page.waitForFunction(() => globalThis.usable, undefined, { timeout: 120_000 });
const seen = await page.evaluate(() => ({
  paint: Math.round(performance.getEntriesByName("first-contentful-paint")[0].startTime),
  usable: Math.round(globalThis.usable),
  loading: globalThis.sawLoading === true,
  files: performance.getEntriesByType("resource").length + 1,
  kilobytes: Math.round([...performance.getEntriesByType("resource"), ...performance.getEntriesByType("navigation")].reduce((sum, one) => sum + one.transferSize, 0) / 1000),
}));
await browser.close();
console.log(JSON.stringify(seen));
