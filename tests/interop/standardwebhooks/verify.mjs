// Reads one delivery a line, {secret, headers, body}, and verifies each with the package as published. Prints how many are good.
import { createInterface } from 'node:readline';
import { Webhook } from 'standardwebhooks';

let good = 0;
for await (const line of createInterface({ input: process.stdin })) {
  const { secret, headers, body, refused } = JSON.parse(line);
  try {
    new Webhook(secret).verify(body, headers);
    if (!refused) good++;
    else console.error(`accepted what it should refuse: ${line}`);
  } catch (error) {
    if (refused) good++;
    else console.error(`${error.message}: ${line}`);
  }
}
console.log(good);
