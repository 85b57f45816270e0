// node refusal.mjs: sends a request with two faults and reads what the server says of them.
import { ask } from './common.mjs';

const refused = await ask('POST', '/v1/videos/omni-video', JSON.stringify({ model_name: 'kling-v3-omni', prompt: 'A kite', mode: '720p', duration: '99' }));
console.log(`HTTP ${refused.status}, request ${refused.request_id}`);
for (const { field, rule, message } of refused.data.errors) console.log(`${field}: rule ${rule}: ${message}`);
