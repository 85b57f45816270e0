// What the console asks of the browser. Small choices are kept (language, light); keys never are.

const kept = "omnireel.";

export function read(name) {
  try { return localStorage.getItem(kept + name); } catch { return null; }
}

export function keep(name, value) {
  try {
    if (value === null) localStorage.removeItem(kept + name);
    else localStorage.setItem(kept + name, value);
  } catch { /* a browser that keeps nothing: the choice lasts as long as the page */ }
}

export function languages() { return navigator.languages?.join(",") ?? navigator.language ?? "en"; }

export function prefersDark() { return matchMedia("(prefers-color-scheme: dark)").matches; }

export function watchDark(listener) {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", event => listener.invokeMethodAsync("OnSystemDark", event.matches));
}

export function dress(language, dark) {
  document.documentElement.lang = language;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  document.querySelector("meta[name=theme-color]")?.setAttribute("content", dark ? "#12162b" : "#fbf4e8");
}

export async function copy(text) {
  try { await navigator.clipboard.writeText(text); return true; } catch { /* no clipboard on plain http of another host */ }
  const area = document.createElement("textarea");
  area.value = text;
  area.style.position = "fixed";
  area.style.opacity = "0";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}

export function isHidden() { return document.hidden; }

export function focus(selector) { document.querySelector(selector)?.focus(); }

export function play(element, on) {
  if (!element) return;
  element.muted = true;
  if (on) element.play?.().catch(() => { /* a browser that plays nothing by itself */ });
  else { element.pause?.(); element.currentTime = 0; }
}

export function seek(element, seconds) {
  if (!element) return;
  element.currentTime = seconds;
  element.focus();
}

export function save(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
