// node kling-api.mjs BASE_URL ACCESS_KEY SECRET_KEY: one film through the client of that name, as its users write it. Prints a line of JSON.
import { KlingAPI } from 'kling-api';

const [baseUrl, accessKey, secretKey] = process.argv.slice(2);
const api = new KlingAPI({ baseUrl, accessKey, secretKey });
const created = await api.omniVideo({ prompt: 'A meadow at noon', duration: '5', aspect_ratio: '16:9', external_task_id: 'from-kling-api' });
const polls = [];
const query = async (id) => {
  const answer = await api.queryOmniVideoTask(id);
  polls.push(answer.data.task_status);
  return answer;
};
const ended = await api.waitForVideoResult(created.data.task_id, query, { interval: 500, timeout: 240000, showSpinner: false });
let refusal;
try {
  await new KlingAPI({ baseUrl, accessKey, secretKey: `${secretKey}-wrong` }).queryOmniVideoTask(created.data.task_id);
} catch (error) {
  refusal = { code: error.code, status: error.status ?? error.statusCode, message: error.message };
}
console.log(JSON.stringify({ created, polls, ended, refusal }));
