// node journey.mjs URL KEY LANGUAGE FOLDER [SEEDS]: one way through the whole console, as a person goes it. Pictures of every screen go
// into FOLDER; SEEDS films are made before, so that the walls are not bare (at least one: its poster is the first frame of the journey's
// own film). Ends with a line of JSON that says what was seen; a step that fails ends it with that step's error.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { firstFrame } from "./seeds.mjs";

const [server, key, language, folder, seeds = "1"] = process.argv.slice(2);
const chinese = language === "zh";
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const patience = 120_000;
const seen = { screens: [], findings: [], complaints: [], wide: [], unready: [] };

const told = [];
const receiver = createServer((request, answer) => {
  const chunks = [];
  request.on("data", chunk => chunks.push(chunk));
  request.on("end", () => { told.push(JSON.parse(Buffer.concat(chunks).toString())); answer.end(); });
});
await new Promise(done => receiver.listen(0, "127.0.0.1", done));
const hook = `http://127.0.0.1:${receiver.address().port}/hook`;

const browser = await chromium.launch({
  executablePath: process.env.OMNIREEL_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: chinese ? "zh-CN" : "en-US", colorScheme: chinese ? "dark" : "light", reducedMotion: "reduce" });
const page = await context.newPage();
page.setDefaultTimeout(patience);
page.on("pageerror", error => seen.complaints.push(error.message));
page.on("console", message => {
  if (message.type() !== "error") return;
  // Before the sign-in there is no session, which the browser reports as a resource that failed.
  const asked = message.location().url;
  if (/status of 401/.test(message.text()) && new URL(asked).pathname === "/console/session") return;
  seen.complaints.push(`${message.text()} (${asked})`);
});

// Streams of events and films stay open for as long as a page is looked at; everything else ends.
const onTheWay = new Set();
page.on("request", request => { if (request.resourceType() !== "media" && !new URL(request.url()).pathname.endsWith("/events")) onTheWay.add(request); });
for (const end of ["requestfinished", "requestfailed"]) page.on(end, request => onTheWay.delete(request));

const pause = time => new Promise(done => setTimeout(done, time));

async function until(what, test) {
  for (const end = Date.now() + patience; Date.now() < end; await pause(100)) if (await test()) return;
  throw new Error(`${what}: not within ${patience / 1000} s`);
}

/** Nothing is on its way any more: no toast, no picture in sight half loaded, no film without a frame. */
const isCalm = () => {
  const inSight = part => { const place = part.getBoundingClientRect(); return document.elementFromPoint(place.left + place.width / 2, place.top + place.height / 2) === part; };
  return document.querySelectorAll(".mud-snackbar").length === 0
    && [...document.images].filter(inSight).every(picture => picture.complete && picture.naturalWidth > 0)
    && [...document.querySelectorAll("video")].filter(inSight).every(film => film.readyState >= 2 && (film.networkState === HTMLMediaElement.NETWORK_IDLE || film.readyState === 4));
};

/** Looks at a screen: a picture, what axe finds serious in it, whether it is wider than the window. */
async function look(name, { lively = false } = {}) {
  await page.mouse.move(page.viewportSize().width - 3, page.viewportSize().height / 2);
  if (!lively) {
    for (const end = Date.now() + 3000; onTheWay.size > 0 && Date.now() < end;) await pause(50);
    await page.waitForFunction(isCalm, undefined, { timeout: 15_000 }).catch(() => seen.unready.push(name));
  }
  // A player's own sign that it loads fades slowly.
  await pause(!lively && await page.locator(".player video").count() > 0 ? 2500 : 400);
  await page.screenshot({ path: `${folder}/${name}-${language}.jpg`, type: "jpeg", quality: 82 });
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  for (const found of violations.filter(one => one.impact === "serious" || one.impact === "critical"))
    seen.findings.push(`${name}: ${found.id} (${found.impact}): ${found.help}: ${found.nodes.slice(0, 4).map(node => node.target.join(" ")).join(" | ")}`);
  if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1)) seen.wide.push(name);
  seen.screens.push(name);
}

const note = rule => page.locator(`.note[data-rule=${rule}]`);

/** Gives the shots of the storyboard their lengths, with the buttons. */
async function setLengths(...lengths) {
  for (const [at, wanted] of lengths.entries()) {
    const shot = page.locator(`#create-storyboard-${at}`);
    for (let now; (now = parseInt(await shot.locator("output").textContent(), 10)) !== wanted;) {
      await shot.locator(".stepper button").nth(now < wanted ? 1 : 0).click();
      await until("the length has changed", async () => parseInt(await shot.locator("output").textContent(), 10) !== now);
    }
  }
}

try {
  const first = await firstFrame(server, key, chinese, Number(seeds));

  // Sign in.
  await page.goto(`${server}/create`);
  await page.waitForSelector("#key");
  await look("sign-in");
  await page.fill("#key", key);
  await page.click("button[type=submit]");
  await page.waitForSelector("#create-prompt");
  await look("create");
  seen.language = await page.evaluate(() => document.documentElement.lang);

  // A three-shot request, with an element and a first frame.
  await page.fill("#create-prompt", chinese ? "远景：日落海边的舞者" : "Wide shot: a dancer by the sea at sunset");
  await page.locator("#create-shots button").nth(2).click();
  await page.waitForSelector("#create-storyboard-1");
  seen.firstShot = await page.inputValue("#create-storyboard-0-prompt");
  await page.locator(".shot-foot button.icon").nth(2).click();
  await page.waitForSelector("#create-storyboard-2");
  await page.setInputFiles(".drop-zone.slot >> nth=0 >> input", first);
  await until("the first frame is there", async () => await page.locator(".tile-picture").count() === 1 && await page.locator(".tile-progress").count() === 0);
  await page.locator(".elements-row details summary").click();
  await page.locator(".face-pick").first().click();
  await page.waitForSelector(".picked li");
  await page.fill("#create-storyboard-1-prompt", chinese ? "日落海边，跳舞的是" : "By the sea at sunset dances ");
  await page.locator("#create-storyboard-1 .mark").last().click();
  await until("the mark is in the text", async () => (await page.inputValue("#create-storyboard-1-prompt")).includes("<<<element_1>>>"));
  await page.fill("#create-storyboard-2-prompt", chinese ? "特写：她的脸" : "Close-up of her");

  // The keyboard moves a shot, and moves it back.
  await page.locator("#create-storyboard-2 .shot-foot button.icon").nth(0).press("Enter");
  await until("the third shot is the second", async () => (await page.inputValue("#create-storyboard-2-prompt")).includes("<<<element_1>>>"));
  await page.locator("#create-storyboard-2 .shot-foot button.icon").nth(0).press("Enter");
  await until("and back", async () => (await page.inputValue("#create-storyboard-1-prompt")).includes("<<<element_1>>>"));

  // So does the mouse: the second shot is dragged to the third's place, and back.
  await page.locator("#create-storyboard-1 .shot-side").dragTo(page.locator("#create-storyboard-2 .shot-body"));
  await until("the second shot is the third", async () => (await page.inputValue("#create-storyboard-2-prompt")).includes("<<<element_1>>>"));
  await page.locator("#create-storyboard-2 .shot-side").dragTo(page.locator("#create-storyboard-1 .shot-body"));
  await until("and the second again", async () => (await page.inputValue("#create-storyboard-1-prompt")).includes("<<<element_1>>>"));
  seen.dragged = true;

  // What is wrong is said while one types, and mended with a click.
  await page.locator("#create-model button").nth(1).click();
  await note("multi_shot_model").waitFor();
  await look("create-error");
  await note("multi_shot_model").locator(".mend").first().click();
  await note("multi_shot_model").waitFor({ state: "detached" });
  await page.locator("summary", { has: page.locator("h2", { hasText: chinese ? "交付" : "Delivery" }) }).click();
  await page.fill("#create-callback", "nowhere");
  await note("callback_url_form").waitFor();
  await page.fill("#create-callback", hook);
  await note("callback_url_form").waitFor({ state: "detached" });
  await page.locator("#length-slider").press("Home");
  await until("three shots in three seconds", async () => (await page.locator(".shot output").allTextContents()).every(text => text.startsWith("1")));
  for (let seconds = 3; seconds < 9; seconds++) await page.locator("#length-slider").press("ArrowRight");
  await until("nine seconds", async () => (await page.inputValue("#length-slider")) === "9");
  await setLengths(4, 3, 2);
  seen.lengths = (await page.locator(".shot output").allTextContents()).map(text => parseInt(text, 10));
  await until("the server confirms the price", async () => /5\.4/.test(await page.locator("[data-part=price]").textContent()));
  seen.price = (await page.locator("[data-part=price]").textContent()).trim();
  await page.evaluate(() => scrollTo(0, 0));
  await look("create-storyboard");

  // Create, watch, play.
  await page.locator(".summary .mud-button-root").last().click();
  await page.waitForURL(/\/tasks\/\d{18}$/);
  seen.task = page.url().split("/").pop();
  await page.waitForSelector(".stage-wait");
  await page.waitForSelector("[data-event]", { timeout: 15_000 }).catch(() => { /* a film that was soon made: its page is looked at below */ });
  await look("task-in-work", { lively: true });
  await page.waitForSelector(".player video");
  await page.evaluate(async () => { const film = document.querySelector(".player video"); film.muted = true; await film.play(); });
  await until("the film plays", async () => await page.evaluate(() => document.querySelector(".player video").currentTime) > 0.2);
  seen.size = await page.evaluate(async () => {
    const film = document.querySelector(".player video");
    film.pause();
    // In the midst of the dance.
    await new Promise(done => { film.addEventListener("seeked", done, { once: true }); film.currentTime = 5.4; });
    return `${film.videoWidth}x${film.videoHeight}`;
  });
  seen.title = (await page.locator("h1").textContent()).trim();

  // Replay a callback; see the cost.
  await until("both callbacks came", () => told.length >= 2);
  const before = told.length;
  const replay = page.getByRole("button", { name: chinese ? "重发" : "Replay", exact: true });
  await until("the page tells of both", async () => await replay.count() >= 2);
  seen.events = (await page.locator("[data-event]").allTextContents()).map(text => text.trim()).sort();
  await look("task");
  await replay.first().click();
  await until("a callback came again", () => told.length > before);
  seen.callbacks = told.map(one => one.task_status);
  seen.cost = (await page.locator("dl.facts dd").allTextContents()).map(text => text.trim()).find(text => text.startsWith("5.4"));

  // Again with…: everything is in the form as it was.
  await page.locator("a[href^='create?from=']").click();
  await page.waitForSelector("#create-storyboard-2");
  seen.again = await page.inputValue("#create-storyboard-1-prompt");

  // Every other screen that the navigation leads to.
  for (const path of await page.locator(".side-menu a").evaluateAll(links => links.map(link => new URL(link.href).pathname.slice(1)))) {
    if (path === "create") continue;
    await page.locator(`.side-menu a[href$='${path}']`).click();
    await page.waitForURL(`**/${path}`);
    await page.waitForSelector("main h1");
    await look(path);
  }

  // A phone.
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ["create", "tasks", `tasks/${seen.task}`]) {
    await page.goto(`${server}/${path}`);
    await page.waitForSelector("main h1");
    await look(`phone-${path.startsWith("tasks/") ? "task" : path}`);
  }

  seen.complete = true;
} catch (error) {
  seen.error = error.message;
  await page.screenshot({ path: `${folder}/failed-${language}.png`, fullPage: true }).catch(() => { /* the browser is gone */ });
}

await browser.close();
receiver.close();
receiver.closeAllConnections();
console.log(JSON.stringify(seen));
process.exitCode = seen.complete ? 0 : 1;
