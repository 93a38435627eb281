// Runs in each page before its own scripts: finds what a reader would press, and looks at each frame.
(() => {
  const shown = (element) => (element?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ? element : null);
  const named = (root, selector, name) => [...root.querySelectorAll(selector)].find((it) => name.test(it.textContent.trim() || it.value || it.title));
  const shadow = () => document.querySelector(".quizdown")?.shadowRoot ?? document.createElement("i");

  /** What to press for an answer, for the verdict, to go on; and whether the verdict is there. */
  const TOOLS = {
    readback: {
      answer: () => document.querySelector("main fieldset input:not(:disabled)")?.labels[0],
      verdict: () => named(document, "main button", /^Check answer$/),
      next: () => named(document, "main button", /^(Next question|See results)$/),
      told: () => /^(Correct|Not quite)/.test(document.querySelector("main [role=status]")?.textContent ?? ""),
      at: () => document.querySelector("main legend")?.textContent,
    },
    quizdown: {
      answer: () => shadow().querySelector("input[type=radio]")?.closest("label").querySelector("span"),
      verdict: () => shadow().querySelector("button[title='Evaluate!'], button[title*=valuate]"),
      next: () => [...shadow().querySelectorAll("button[title*=ext]")].find((it) => !it.disabled),
      told: () => /^\d+\/\d+$/.test(shadow().querySelector("h1")?.textContent.trim() ?? ""),
      at: () => shadow().querySelector("h3")?.textContent,
    },
    surveyjs: {
      answer: () => document.querySelector("#quiz input[type=radio]")?.closest("label"),
      verdict: () => TOOLS.surveyjs.answer(),
      next: () => [...document.querySelectorAll("#quiz .sd-navigation__next-btn, #quiz .sd-navigation__complete-btn")].find(shown),
      told: () => [...document.querySelectorAll(".bench-verdict")].some(shown),
      at: () => document.querySelector("#quiz .sd-element__title, #quiz h5")?.textContent,
    },
  };
  const tool = () => TOOLS[/\/(readback|quizdown|surveyjs)\//.exec(location.pathname)?.[1]];

  /** Resolves with the time after the first frame at which `is` holds. */
  const frameWhen = (is) =>
    new Promise((resolve) => {
      const channel = new MessageChannel();
      // What is posted in a frame arrives when that frame has been laid out and painted.
      channel.port1.onmessage = () => resolve(performance.now());
      const look = () => (is() ? channel.port2.postMessage("") : requestAnimationFrame(look));
      look();
    });

  let moved = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((it) => (moved += it.hadRecentInput ? 0 : it.value))).observe({ type: "layout-shift", buffered: true });

  const isHere = () => shown(tool()?.answer());
  globalThis.bench = {
    first: tool() ? frameWhen(isHere) : null,
    moved: () => moved,
    /** Where to press, once it stands still. */
    async place(what) {
      let last;
      for (;;) {
        const element = shown(tool()[what]());
        element?.scrollIntoView({ block: "nearest", behavior: "instant" });
        const box = element?.getBoundingClientRect();
        const here = box && `${box.x} ${box.y} ${tool().at()}`;
        if (here && here === last && !element.disabled) return [box.x + Math.min(box.width / 2, 40), box.y + box.height / 2];
        last = here;
        await new Promise(requestAnimationFrame);
      }
    },
    at: () => tool().at(),
    has: (what) => Boolean(shown(tool()[what]())),
    /** Resolves with the milliseconds from the next press to the frame that shows the verdict. */
    watch: () =>
      (globalThis.benchVerdict = new Promise((resolve) =>
        addEventListener("click", ({ timeStamp }) => frameWhen(tool().told).then((end) => resolve(end - timeStamp)), { once: true, capture: true }),
      )) && true,
  };
})();
