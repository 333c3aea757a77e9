// Drives Firefox over WebDriver BiDi: node firefox.js PATH_OF_FIREFOX
//
// Each line of the input is JSON: ["goto", URL], ["goBack", ""] or ["evaluate", expression]. Each is answered with the value
// as a line of JSON. The end of the input closes the browser.

import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: process.argv[2],
  protocolTimeout: 120_000,
  // Puppeteer waits in vain for the load of a page that comes back from the back/forward cache.
  extraPrefsFirefox: { "browser.sessionhistory.max_total_viewers": 0 },
});
const page = await browser.newPage();

const commands = {
  goto: (url) => page.goto(url).then(() => null),
  goBack: () => page.goBack().then(() => null),
  evaluate: (expression) => page.evaluate(expression),
};

try {
  for await (const line of createInterface({ input: process.stdin })) {
    const [name, argument] = JSON.parse(line);
    process.stdout.write(JSON.stringify(await commands[name](argument)) + "\n");
  }
} finally {
  await browser.close();
}
