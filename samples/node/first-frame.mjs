// node first-frame.mjs PICTURE [FILE]: uploads a picture, and makes a film that begins with it.
import { readFile } from 'node:fs/promises';
import { ask, kling, save } from './common.mjs';

const [picture = new URL('../../docs/gallery/kite.jpg', import.meta.url), path = 'first-frame.mp4'] = process.argv.slice(2);
const uploaded = await ask('POST', '/v1/files', await readFile(picture), { 'Content-Type': 'application/octet-stream' });
const created = await kling.omniVideo({
  prompt: 'Slow push in', duration: '5', image_list: [{ image_url: uploaded.data.url, type: 'first_frame' }],
});
await save(created.data.task_id, path);
