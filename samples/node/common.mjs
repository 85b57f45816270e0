// Shared by the scripts beside it. kling-api speaks https only and signs its requests with an access pair: start the server so:
//   OMNIREEL_ACCESS_KEY=… OMNIREEL_SECRET_KEY=… ./omnireel serve --urls https://127.0.0.1:8443 --tls self-signed
// and say NODE_EXTRA_CA_CERTS=… as it prints.
import { writeFile } from 'node:fs/promises';
import { KlingAPI } from 'kling-api';
import { KlingAuth } from 'kling-api/auth';

const need = (name) => process.env[name] ?? (console.error(`Set ${name}.`), process.exit(2));
export const baseUrl = process.env.OMNIREEL_URL ?? 'https://127.0.0.1:8443';
const accessKey = need('OMNIREEL_ACCESS_KEY');
const secretKey = need('OMNIREEL_SECRET_KEY');
export const kling = new KlingAPI({ baseUrl, accessKey, secretKey });
const auth = new KlingAuth(accessKey, secretKey);

/** Waits for a task and saves its film. (The package's own download helper keeps away from private addresses.) */
export async function save(taskId, path) {
  console.log(`task ${taskId}`);
  const ended = await kling.waitForVideoResult(taskId, (id) => kling.queryOmniVideoTask(id), { interval: 1000, timeout: 900_000, showSpinner: false });
  const film = await fetch(ended.data.task_result.videos[0].url);
  if (!film.ok) throw new Error(`the film's link answered ${film.status}`);
  await writeFile(path, Buffer.from(await film.arrayBuffer()));
  console.log(`saved ${path}`);
}

/** A request that the package has no method for, with the token that it signs: the answer, refused or not. */
export async function ask(method, path, body, headers = { 'Content-Type': 'application/json' }) {
  const answer = await fetch(new URL(path, baseUrl), { method, body, headers: { ...headers, Authorization: `Bearer ${auth.getValidToken()}` } });
  return { status: answer.status, ...(await answer.json()) };
}
