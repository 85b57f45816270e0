// English or Chinese: as the address says, else as the browser does. The document has both.
const chinese = (new URLSearchParams(location.search).get("lang") ?? navigator.language).startsWith("zh");
const place = document.getElementById("reference");

/** A part of the document with what it says in Chinese in the place of the English. */
function inChinese(part) {
  if (Array.isArray(part)) return part.map(inChinese);
  if (part === null || typeof part !== "object") return part;
  const said = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, inChinese(value)]));
  for (const name of ["summary", "description"]) {
    if (typeof said[`x-${name}-zh`] === "string") said[name] = said[`x-${name}-zh`];
  }

  if (typeof said["x-name-zh"] === "string") said["x-displayName"] = said["x-name-zh"];
  return said;
}

async function show() {
  const answer = await fetch("/openapi.json");
  if (!answer.ok) throw new Error(`/openapi.json: HTTP ${answer.status}`);
  const api = await answer.json();
  // It would take what lies there for its own.
  place.replaceChildren();
  // Everything that would ask another machine is off, and the page's policy forbids it besides.
  Scalar.createApiReference(place, {
    content: chinese ? inChinese(api) : api,
    servers: [{ url: location.origin, description: chinese ? "本服务。" : "This server." }],
    localization: { locale: chinese ? "zh-CN" : "en" },
    withDefaultFonts: false,
    telemetry: false,
    proxyUrl: "",
    agent: { disabled: true },
    mcp: { disabled: true },
    hideClientButton: true,
    showDeveloperTools: "never",
    persistAuth: false,
    authentication: { preferredSecurityScheme: "key" },
    defaultHttpClient: { targetKey: "shell", clientKey: "curl" },
    documentDownloadType: "none",
  });
}

document.documentElement.lang = chinese ? "zh-CN" : "en";
for (const word of document.querySelectorAll("[data-zh]")) {
  if (chinese) word.textContent = word.dataset.zh;
}

document.querySelector(`[data-other=${chinese ? "zh" : "en"}]`).remove();
show().catch(error => { place.textContent = error.message; });
