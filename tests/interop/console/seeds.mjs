// Films that are there before the journey begins, made by the server itself.

const films = [
  // The first: its poster is the first frame of the journey's own film, so it shows the element that is picked there.
  (element, chinese) => ({ prompt: chinese ? "日落，<<<element_1>>>在海边跳舞" : "<<<element_1>>> dances by the sea at sunset", duration: "3", element_list: [{ element_id: element }] }),
  (_, chinese) => ({ prompt: chinese ? "清晨，一只狐狸跑过下雪的森林" : "A fox runs through a snowy forest at dawn", duration: "5" }),
  (_, chinese) => ({ prompt: chinese ? "热气球飘过雪山" : "A hot-air balloon drifts over snowy mountains", duration: "5", aspect_ratio: "9:16" }),
  (_, chinese) => ({ prompt: chinese ? "雨夜，一个穿黄色大衣的女人走在城市街道上" : "A woman in a yellow coat walks down a city street at night in the rain", duration: "5" }),
  (_, chinese) => ({ prompt: chinese ? "日落时，一头蓝鲸跃出大海" : "A blue whale leaps out of the sea at sunset", duration: "5" }),
  (_, chinese) => ({ prompt: chinese ? "五只企鹅在雪地里走" : "Five penguins walk in the snow", duration: "5", aspect_ratio: "1:1" }),
];

/** Makes this many of them; the poster of the first, as a file that an input takes. */
export async function firstFrame(server, key, chinese, count) {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const text = async (path, init) => {
    const answer = await fetch(server + path, { headers, ...init });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.text();
  };

  // The id has more digits than a number of JavaScript keeps.
  const [, element] = /"element_id":\s*"?(\d+)/.exec(await text("/v1/general/advanced-presets-elements"));
  const root = "/v1/videos/omni-video";
  let poster;
  for (const film of films.slice(0, count)) {
    const body = { model_name: "kling-v3-omni", mode: "std", aspect_ratio: "16:9", ...film(element, chinese) };
    const task = JSON.parse(await text(root, { method: "POST", body: JSON.stringify(body) })).data.task_id;
    for (;;) {
      const now = JSON.parse(await text(`${root}/${task}`, { headers: { ...headers, prefer: "wait=20" } })).data;
      if (now.task_status === "failed") throw new Error(`a seed failed: ${now.task_status_msg}`);
      if (now.task_status !== "succeed") continue;
      poster ??= now.omnireel.poster_url;
      break;
    }
  }

  const picture = await fetch(poster);
  const type = picture.headers.get("content-type");
  return { name: type === "image/png" ? "by-the-sea.png" : "by-the-sea.jpg", mimeType: type, buffer: Buffer.from(await picture.arrayBuffer()) };
}
