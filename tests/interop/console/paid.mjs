// node paid.mjs URL KEY LANGUAGE FOLDER: the page of paid submits as a person uses it, over a server that has three of them and no connection
// set up: what waits is read, a resubmit warns and is refused, one is written off; by day and by night, wide and narrow. Pictures go into
// FOLDER. Ends with a line of JSON that says what was seen; a step that fails ends it with that step's error.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const [server, key, language, folder] = process.argv.slice(2);
const chinese = language === "zh";
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const seen = { findings: [], complaints: [], wide: [] };

const browser = await chromium.launch({
  executablePath: process.env.OMNIREEL_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: chinese ? "zh-CN" : "en-US", colorScheme: chinese ? "dark" : "light", reducedMotion: "reduce" });
const page = await context.newPage();
page.setDefaultTimeout(120_000);
page.on("pageerror", error => seen.complaints.push(error.message));
page.on("console", message => {
  // Before the sign-in there is no session, and one decision is refused: the browser reports both as resources that failed.
  if (message.type() === "error" && !/status of (401|400)/.test(message.text())) seen.complaints.push(message.text());
});

/** Looks at a screen: a picture, what axe finds serious in it, whether it is wider than the window. */
async function look(name) {
  await page.mouse.move(page.viewportSize().width - 3, page.viewportSize().height / 2);
  await page.waitForTimeout(600);
  await page.screenshot({ path: `${folder}/${name}-${language}.jpg`, type: "jpeg", quality: 82, fullPage: true });
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  for (const found of violations.filter(one => one.impact === "serious" || one.impact === "critical"))
    seen.findings.push(`${name}: ${found.id} (${found.impact}): ${found.help}: ${found.nodes.slice(0, 4).map(node => node.target.join(" ")).join(" | ")}`);
  if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1)) seen.wide.push(name);
}

const open = page.locator("[data-part=open] li");

try {
  await page.goto(`${server}/paid`);
  await page.fill("#key", key);
  await page.click("button[type=submit]");
  await open.first().waitFor();
  seen.open = await open.count();
  await page.locator("[data-part=strange]").waitFor();

  // The orphan's own id stands in the form.
  await open.first().locator("[data-do=adopt]").click();
  if (await open.first().locator("form input").inputValue() !== "up-3") throw new Error("the orphan's id is not in the form");
  await look("paid-open");
  await open.first().locator("form button").last().click();

  // To have it made again is warned of; without a connection it is refused, and the page says why.
  await open.nth(1).locator("[data-do=resubmit]").click();
  seen.warned = await page.locator(".mud-dialog").textContent();
  await look("paid-warning");
  await page.locator(".mud-dialog button", { hasText: chinese ? "重新提交" : "Resubmit" }).click();
  seen.refused = await page.locator("[role=alert]:visible").first().textContent();

  await open.nth(1).locator("[data-do=write-off]").click();
  await page.locator(".mud-dialog button", { hasText: chinese ? "核销" : "Write off" }).click();
  await page.locator("[data-part=settled] li").waitFor();
  seen.settled = await page.locator("[data-part=settled] li").textContent();
  seen.left = await open.count();

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${server}/paid`);
  await open.first().waitFor();
  await look("phone-paid");
  seen.complete = true;
} catch (error) {
  seen.error = error.message;
  await page.screenshot({ path: `${folder}/failed-paid-${language}.png`, fullPage: true }).catch(() => { /* the browser is gone */ });
}

await browser.close();
console.log(JSON.stringify(seen));
process.exitCode = seen.complete ? 0 : 1;
