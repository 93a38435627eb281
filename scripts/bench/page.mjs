// What the measuring page can do: time a tool, watch its own frames, end a workshop at work.

/** As the studio speaks to the workshop. */
class Workshop {
  constructor() {
    this.worker = new Worker("/workshop_loader.js", { type: "module" });
    this.ready = this.hear((said) => said.startsWith('{"ready"'));
  }

  /** The first message that is wanted; counts all until then. */
  hear(isWanted) {
    this.messages = 0;
    return new Promise((resolve, reject) => {
      this.worker.onmessage = ({ data }) => {
        this.messages += 1;
        if (isWanted(data)) {
          resolve(data);
        }
      };
      this.worker.onerror = (event) => reject(new Error(event.message));
    });
  }

  async make(text) {
    const input = { text, form: "text", file_name: null, title: null, link: null, year: 2026, seed: 1 };
    const answer = this.hear((said) => said.startsWith('{"done"'));
    this.worker.postMessage(JSON.stringify({ number: 1, job: input }));
    const said = await answer;
    if (!said.startsWith('{"done":[1,{"Ok"')) {
      throw new Error(said.slice(0, 200));
    }
    return said;
  }
}

class Peer {
  constructor(tool) {
    this.worker = new Worker(`/bench/peers.js?tool=${tool}`, { type: "module" });
    this.ready = this.next();
  }

  next() {
    return new Promise((resolve, reject) => {
      this.worker.onmessage = ({ data }) => resolve(data);
      this.worker.onerror = (event) => reject(new Error(event.message));
    });
  }

  make(text) {
    const answer = this.next();
    this.worker.postMessage(text);
    return answer;
  }
}

const tools = { workshop: new Workshop(), wink: new Peer("wink"), compromise: new Peer("compromise") };

async function time(name, text) {
  const tool = tools[name];
  await tool.ready;
  const start = performance.now();
  await tool.make(text);
  return performance.now() - start;
}

async function tokens(text) {
  await tools.wink.ready;
  return tools.wink.make(text);
}

async function frames(text) {
  const { workshop } = tools;
  await workshop.ready;
  let last = await new Promise(requestAnimationFrame);
  let [longest, over, done] = [0, 0, false];
  const watched = (async () => {
    while (!done) {
      const now = await new Promise(requestAnimationFrame);
      longest = Math.max(longest, now - last);
      over += now - last > 50 ? 1 : 0;
      last = now;
    }
  })();
  const start = performance.now();
  const said = await workshop.make(text);
  const took = performance.now() - start;
  done = true;
  await watched;
  return { took, longest, over, characters: said.length, messages: workshop.messages };
}

async function cancels(text, times) {
  const waits = [];
  for (let nth = 0; nth < times; nth += 1) {
    const { workshop } = tools;
    await workshop.ready;
    const begun = workshop.hear((said) => said.startsWith('{"progress"'));
    workshop.make(text).catch(() => {});
    await Promise.race([begun, new Promise((resolve) => setTimeout(resolve, 50))]);
    const start = performance.now();
    workshop.worker.terminate();
    tools.workshop = new Workshop();
    await tools.workshop.ready;
    waits.push(performance.now() - start);
  }
  return waits;
}

globalThis.bench = { time, tokens, frames, cancels };
