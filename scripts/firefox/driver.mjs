// Firefox by WebDriver (https://www.w3.org/TR/webdriver2/), in as much of it as the journeys need.
import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { onPath } from "../browser.mjs";

/** The key under which the protocol hands out elements. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
const PATIENCE = 20_000;

export const KEYS = { enter: "\uE007", tab: "\uE004", space: " ", down: "\uE015" };

/** Firefox and its driver, or what is missing. */
export function find() {
  const firefox = process.env.FIREFOX ?? onPath("firefox-esr")[0] ?? onPath("firefox")[0];
  const driver = onPath("geckodriver")[0];
  if (!firefox) return { missing: "Firefox is missing. Debian: apt install firefox-esr." };
  if (!driver) return { missing: "geckodriver is missing. `cargo install geckodriver --locked --root .tools` builds it, in some minutes." };
  return { firefox, driver };
}

/** A Firefox with a profile of its own. */
export async function start({ firefox, driver }) {
  const port = 20_000 + (process.pid % 20_000);
  const running = spawn(driver, ["--port", String(port), "--log", "fatal"], { stdio: ["ignore", "ignore", "inherit"] });
  const ask = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers: { "content-type": "application/json" }, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw Object.assign(new Error(value.message), { name: value.error });
    return value;
  };
  const capabilities = { alwaysMatch: { "moz:firefoxOptions": { binary: firefox, args: ["-headless"], prefs: { "intl.accept_languages": "en-GB" } } } };
  const session = await until(() => ask("POST", "/session", { capabilities }), (error) => error.name === "TypeError");
  const at = `/session/${session.sessionId}`;
  return new Firefox((method, path, body) => ask(method, at + path, body), async () => {
    await ask("DELETE", at).catch(() => {});
    running.kill();
  });
}

/** Tries again while what comes of it is nothing, or an error that may pass. */
async function until(act, passes = () => true) {
  for (const end = Date.now() + PATIENCE; ; ) {
    try {
      const found = await act();
      if (found !== null && found !== false && found !== undefined) return found;
      if (Date.now() > end) throw new Error(`never came: ${act}`);
    } catch (error) {
      if (Date.now() > end || !passes(error)) throw error;
    }
    await sleep(50);
  }
}

class Firefox {
  constructor(ask, stop) {
    this.ask = ask;
    this.stop = stop;
  }

  open = (url) => this.ask("POST", "/url", { url });
  reload = () => this.ask("POST", "/refresh", {});
  back = () => this.ask("POST", "/back", {});
  run = (script, ...args) => this.ask("POST", "/execute/sync", { script: `return (${script})(...arguments)`, args });

  /** The element of a role with a name, as Firefox itself computes both for a screen reader. */
  find(role, name) {
    const fits = (found) => (name instanceof RegExp ? name.test(found) : found === name);
    const selector = { button: "button, summary", radio: "input[type=radio]", textbox: "textarea, input:not([type]), input[type=text]", heading: "h1, h2, h3", link: "a[href]", status: "[role=status]", group: "fieldset" }[role];
    return until(async () => {
      for (const element of await this.ask("POST", "/elements", { using: "css selector", value: selector })) {
        const id = element[ELEMENT];
        const shown = await this.run((it) => it.checkVisibility(), element);
        const said = await this.ask("GET", `/element/${id}/computedrole`);
        if (!shown || said !== role) continue;
        if (name === undefined || fits(await this.ask("GET", `/element/${id}/computedlabel`))) return id;
      }
      return null;
    });
  }

  async click(role, name) {
    const id = await this.find(role, name);
    await until(() => this.ask("POST", `/element/${id}/click`, {}).then(() => true));
  }

  async type(role, name, text) {
    const id = await this.find(role, name);
    await this.ask("POST", `/element/${id}/value`, { text });
  }

  /** Presses a key wherever the focus is. */
  key(value) {
    return this.ask("POST", "/actions", { actions: [{ type: "key", id: "keys", actions: [{ type: "keyDown", value }, { type: "keyUp", value }] }] });
  }

  text = (selector) => this.run((selector) => document.querySelector(selector)?.textContent ?? "", selector);

  /** Waits until a text of the page fits; the text. */
  waitFor(selector, pattern) {
    return until(async () => {
      const text = await this.text(selector);
      return pattern.test(text) ? text : null;
    });
  }
}
