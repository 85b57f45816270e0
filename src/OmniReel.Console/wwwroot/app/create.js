// What the Create page asks of the browser: files on their way, the caret, places to go to.

const files = new Map();
let count = 0;

export function take(input) {
  const taken = [];
  for (const file of input.files) {
    const kind = /^image\/(png|jpeg)$/.test(file.type) ? "picture" : /^video\//.test(file.type) || /\.(mp4|mov)$/i.test(file.name) ? "film" : "other";
    const key = String(++count);
    if (kind !== "other") files.set(key, file);
    taken.push([key, file.name, kind === "other" ? "" : URL.createObjectURL(file), kind]);
  }
  input.value = "";
  return taken;
}

export function send(key, csrf, language, listener) {
  return new Promise(done => {
    const request = new XMLHttpRequest();
    let told = 0;
    request.open("POST", "v1/files");
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("Accept-Language", language);
    if (csrf) request.setRequestHeader("X-OmniReel-Csrf", csrf);
    request.upload.onprogress = event => {
      const share = event.lengthComputable ? event.loaded / event.total : 0;
      if (share - told < 0.02 && share < 1) return;
      told = share;
      listener.invokeMethodAsync("OnShare", share).catch(() => { /* the page was left */ });
    };
    request.onload = () => end(String(request.status), request.responseText);
    request.onerror = request.onabort = () => end("0", "");
    request.send(files.get(key));

    function end(status, text) {
      if (status === "200") files.delete(key);
      done([status, text]);
    }
  });
}

export function caret(id) { return document.getElementById(id)?.selectionStart ?? -1; }

export function place(id, at) {
  const field = document.getElementById(id);
  if (!field) return;
  field.focus();
  field.setSelectionRange(at, at);
}

export function go(id) {
  const place = document.getElementById(id);
  if (!place) return;
  for (let fold = place.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
  const field = place.matches("input, textarea, button, select") ? place : place.querySelector("textarea, input:not([type=file]), button, select");
  place.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  (field ?? place).focus({ preventScroll: true });
}

// Some browsers drag nothing that carries no data.
document.addEventListener("dragstart", event => {
  if (event.target instanceof HTMLElement && event.target.dataset.drag) event.dataTransfer?.setData("text/plain", event.target.dataset.drag);
});
