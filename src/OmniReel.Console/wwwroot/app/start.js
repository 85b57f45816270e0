// Before the program is here: the light and the language of the loading screen, and a word when it does not come.
(() => {
  const kept = name => { try { return localStorage.getItem(name); } catch { return null; } };
  const light = kept("omnireel.light") ?? "system";
  const isDark = light === "dark" || (light === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = isDark ? "dark" : "light";

  const chosen = kept("omnireel.language") ?? navigator.languages?.[0] ?? navigator.language ?? "en";
  const isChinese = chosen.toLowerCase().startsWith("zh");
  document.documentElement.lang = isChinese ? "zh-CN" : "en";
  const words = isChinese
    ? { load: "正在点亮纸影舞台…", slow: "仍在加载；网络较慢时首次打开需要更久。", failed: "控制台出错或没有加载成功。请刷新页面；若仍不行，请确认服务仍在运行。", again: "刷新" }
    : { load: "Lighting the paper stage…", slow: "Still loading; over a slow line the first time takes longer.", failed: "The console failed, or did not load. Reload the page; if that does not help, see whether the server is still running.", again: "Reload" };

  const say = text => { const line = document.getElementById("loading-words"); if (line) line.textContent = text; };
  document.addEventListener("DOMContentLoaded", () => {
    say(words.load);
    setTimeout(() => say(words.slow), 12000);
    const panel = document.getElementById("blazor-error-ui");
    panel.querySelector("span").textContent = words.failed;
    const again = panel.querySelector("button");
    again.textContent = words.again;
    again.addEventListener("click", () => location.reload());
  });
})();
