// node docs.mjs URL KEY FOLDER: the page at /docs as a person uses it: read it, open an operation, put in a key, try it; light and dark, wide
// and narrow. Pictures go into FOLDER. Ends with a line of JSON that says what was seen; a step that fails ends it with that step's error.
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { chromium } from "playwright-core";

const [server, key, folder] = process.argv.slice(2);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const seen = { asked: [], elsewhere: [], complaints: [], findings: [], links: [] };

const browser = await chromium.launch({
  executablePath: process.env.OMNIREEL_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

async function open(colorScheme, viewport, locale) {
  const context = await browser.newContext({ viewport, colorScheme, locale, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  page.on("pageerror", error => seen.complaints.push(error.message));
  page.on("console", message => { if (message.type() === "error") seen.complaints.push(message.text()); });
  page.on("request", request => {
    const url = new URL(request.url());
    if (url.protocol === "data:" || url.protocol === "blob:") return;
    (url.origin === server ? seen.asked : seen.elsewhere).push(url.origin === server ? url.pathname : url.href);
  });
  await page.goto(`${server}/docs`);
  await page.getByText(locale === "zh-CN" ? "自托管" : "A self-hosted server").first().waitFor();
  await page.waitForTimeout(800);
  return page;
}

const shoot = (page, name) => page.screenshot({ path: `${folder}/docs-${name}.png` });

try {
  const page = await open("light", { width: 1400, height: 900 }, "en-US");
  seen.title = await page.title();
  await shoot(page, "light");
  seen.links = [...new Set(await page.evaluate(() => [...document.querySelectorAll("a[href]")].map(one => one.href).filter(link => !link.startsWith(location.origin))))];

  // The key, then a film: the answer is this server's.
  await page.getByPlaceholder("Token").fill(key);
  await page.goto(`${server}/docs#tag/videos-vendor-path/POST/v1/videos/omni-video`);
  await page.getByRole("heading", { name: "Make a film" }).nth(1).waitFor();
  await page.waitForTimeout(800);
  await shoot(page, "operation");
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  for (const found of violations.filter(one => one.impact === "serious" || one.impact === "critical"))
    seen.findings.push(`${found.id} (${found.impact}): ${found.help}: ${found.nodes.slice(0, 3).map(node => node.target.join(" ")).join(" | ")}`);
  await page.getByRole("button", { name: /Test Request\s*\(post \/v1\/videos\/omni-video\)/ }).click();
  await page.waitForTimeout(800);
  await shoot(page, "try");
  const answered = page.waitForResponse(answer => answer.request().method() === "POST");
  await page.getByRole("button", { name: "Send", exact: false }).last().click();
  const answer = await answered;
  seen.tried = { url: new URL(answer.url()).pathname, status: answer.status(), code: (await answer.json()).code };
  await page.waitForTimeout(800);
  await shoot(page, "tried");

  const dark = await open("dark", { width: 1400, height: 900 }, "zh-CN");
  seen.chapters = await dark.evaluate(() => document.body.innerText.split("\n").map(line => line.trim()).filter(Boolean));
  await shoot(dark, "dark-zh");
  const phone = await open("light", { width: 390, height: 844 }, "en-US");
  await shoot(phone, "phone");
  seen.wide = await phone.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);
} catch (error) {
  seen.error = String(error);
} finally {
  await browser.close();
  seen.asked = [...new Set(seen.asked)];
  console.log(JSON.stringify(seen));
}
