import { chinese, english } from "/page/words.js";

const $ = (id) => document.getElementById(id);
const original = new Map([...document.querySelectorAll("[data-t]")].map((e) => [e, e.textContent]));
let language = localStorage.getItem("omnireel.language") ?? (navigator.language.startsWith("zh") ? "zh" : "en");
let following = null;

const word = (name) => (language === "zh" ? chinese : english)[name] ?? english[name] ?? name;

function speak() {
  document.documentElement.lang = language;
  for (const [element, text] of original) element.textContent = language === "zh" ? chinese[element.dataset.t] ?? text : text;
  $("language").textContent = language === "zh" ? "English" : "中文";
  showCurl();
}

function showCurl() {
  $("curl").textContent = `curl ${location.origin}${$("profile").value} \\\n  -H "Authorization: Bearer $OMNIREEL_KEY" -H "Content-Type: application/json" -H "Prefer: wait=60" \\\n`
    + `  -d '{"model_name":"kling-v3-omni","prompt":"${language === "zh" ? "雪夜的森林，一个人慢慢走过" : "a person walks through a snowy forest at night"}","mode":"std","aspect_ratio":"16:9","duration":"5"}'`;
}

async function call(method, path, { body, signal, more } = {}) {
  const headers = { "Accept-Language": language, ...more };
  if ($("key").value) headers.Authorization = `Bearer ${$("key").value}`;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  return fetch(path, { method, headers, body, signal });
}

function show(answer, status, text) {
  $("answer-box").hidden = false;
  $("answer-line").textContent = `HTTP ${status}${answer?.request_id ? " · " + answer.request_id : ""}`;
  $("answer").textContent = answer ? JSON.stringify(answer, null, 2) : text;
}

async function exchange(method, path, body, more) {
  try {
    const response = await call(method, path, { body, more });
    const answer = await response.json();
    show(answer, response.status);
    $("say").textContent = response.ok ? `HTTP ${response.status}` : answer.message;
    return response.ok ? answer : null;
  } catch {
    show(null, "–", word("unreachable"));
    return null;
  }
}

// Not randomUUID: browsers have it only on https and the loopback.
const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

async function send() {
  // The shortcut does not know that the button is off.
  if ($("send").disabled) return;
  $("send").disabled = true;
  const answer = await exchange("POST", $("profile").value, $("body").value, { "Idempotency-Key": newKey() });
  $("send").disabled = false;
  if (answer) follow(answer.data.task_id);
}

function showLive(task) {
  $("live").hidden = false;
  const own = task.omnireel ?? task;
  $("live-status").textContent = word(task.task_status) + (task.task_status_msg ? ` · ${task.task_status_msg}` : "");
  const notes = [];
  if (task.task_status === "processing") notes.push(`${own.progress ?? 0} %`);
  if (own.queue_position > 0) notes.push(`${word("ahead")} ${own.queue_position}`);
  if (own.eta_ms > 0) notes.push(`${word("left")} ${Math.ceil(own.eta_ms / 1000)} ${word("seconds")}`);
  $("live-note").textContent = notes.join(" · ");
  $("live-bar").value = task.task_status === "succeed" ? 100 : own.progress ?? 0;
  $("cancel").hidden = task.task_status === "succeed" || task.task_status === "failed";
}

async function follow(id) {
  following?.stop.abort();
  const mine = following = { id, path: `${$("profile").value}/${id}`, stop: new AbortController() };
  loadFilms();
  try {
    const response = await call("GET", `${mine.path}/events`, { signal: mine.stop.signal });
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let rest = ""; ;) {
      const { done, value } = await reader.read();
      if (done) break;
      const events = (rest + value).split("\n\n");
      rest = events.pop();
      for (const event of events) {
        const data = event.split("\n").find((line) => line.startsWith("data:"));
        if (data) showLive(JSON.parse(data.slice(5)));
      }
    }
    await exchange("GET", mine.path);
    loadFilms();
  } catch (error) {
    if (error.name !== "AbortError") $("live-note").textContent = word("unreachable");
  }
}

function film(task) {
  const item = document.createElement("li");
  const row = item.appendChild(document.createElement("div"));
  row.className = "row";
  const id = row.appendChild(document.createElement("code"));
  id.textContent = task.task_info?.external_task_id || task.task_id;
  const chip = row.appendChild(document.createElement("span"));
  chip.className = `chip ${task.task_status}`;
  chip.textContent = word(task.task_status);
  const note = item.appendChild(document.createElement("div"));
  note.className = "hint";
  const video = task.task_result?.videos?.[0];
  note.textContent = [new Date(task.created_at).toLocaleString(language), video && `${video.duration} s`, task.task_status_msg].filter(Boolean).join(" · ");
  if (video) {
    const player = item.appendChild(document.createElement("video"));
    const own = task.omnireel ?? {};
    // With a poster nothing of the film is fetched before somebody plays it.
    Object.assign(player, { src: video.url, controls: true, preload: own.poster_url ? "none" : "metadata", playsInline: true, loop: true });
    if (own.poster_url) player.poster = own.poster_url;
    player.setAttribute("aria-label", `${word("film")} ${task.task_id}`);
    const links = [["storyboard", own.storyboard_url], ["strip", own.strip_url], ["marked", video.watermark_url]].filter(([, url]) => url);
    const line = item.appendChild(document.createElement("div"));
    line.className = "stills";
    for (const [name, url] of links) {
      const link = line.appendChild(document.createElement("a"));
      Object.assign(link, { href: url, target: "_blank", rel: "noopener", textContent: word(name) });
    }
    if (own.cached) line.appendChild(document.createElement("span")).textContent = word("cached");
  }
  return item;
}

async function loadFilms() {
  try {
    const response = await call("GET", `${$("profile").value}?pageSize=8`);
    const answer = await response.json();
    if (response.status === 401 && !$("key").value) return;
    const tasks = response.ok ? answer.data : [];
    $("films").replaceChildren(...tasks.map(film));
    $("films-empty").hidden = tasks.length > 0;
    $("films-empty").textContent = response.ok ? word("none") : answer.message;
  } catch {
    $("films-empty").hidden = false;
    $("films-empty").textContent = word("unreachable");
  }
}

async function example() {
  $("body").value = await (await fetch("/page/example.txt")).text();
}

$("language").onclick = () => {
  language = language === "zh" ? "en" : "zh";
  localStorage.setItem("omnireel.language", language);
  speak();
  loadFilms();
};
$("theme").onclick = () => {
  const dark = document.documentElement.dataset.theme ? document.documentElement.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "light" : "dark";
  localStorage.setItem("omnireel.theme", document.documentElement.dataset.theme);
};
$("send").onclick = send;
$("quote").onclick = () => exchange("POST", `${$("profile").value}/quote`, $("body").value);
$("reset").onclick = example;
$("refresh").onclick = loadFilms;
$("cancel").onclick = () => following && call("POST", `${following.path}/cancel`);
$("profile").onchange = showCurl;
$("key").onchange = () => {
  sessionStorage.setItem("omnireel.key", $("key").value);
  loadFilms();
};
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
});

const theme = localStorage.getItem("omnireel.theme");
if (theme) document.documentElement.dataset.theme = theme;
$("key").value = sessionStorage.getItem("omnireel.key") ?? "";
speak();
example();
loadFilms();
