// node film.mjs [FILE]: creates a film, waits for it and saves it.
import { kling, save } from './common.mjs';

const created = await kling.omniVideo({
  prompt: 'A kite over a meadow, seen from below', duration: '5', aspect_ratio: '16:9',
  ...(process.env.CALLBACK_URL && { callback_url: process.env.CALLBACK_URL }),
});
await save(created.data.task_id, process.argv[2] ?? 'film.mp4');
