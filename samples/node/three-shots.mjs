// node three-shots.mjs [FILE]: one film of three shots. kling-api 1.0.0 knows no shots: the request goes out by fetch.
import { ask, save } from './common.mjs';

const created = await ask('POST', '/v1/videos/omni-video', JSON.stringify({
  model_name: 'kling-v3-omni', mode: 'std', aspect_ratio: '16:9', duration: '4', multi_shot: true, shot_type: 'customize',
  multi_prompt: [
    { index: 1, prompt: 'A harbour at dawn, wide', duration: '1' },
    { index: 2, prompt: 'A fisherman mends a net', duration: '2' },
    { index: 3, prompt: 'A boat sails out to sea', duration: '1' },
  ],
}));
if (created.code !== 0) throw new Error(created.message);
await save(created.data.task_id, process.argv[2] ?? 'three-shots.mp4');
