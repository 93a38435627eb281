// For a page that shows a quiz in an iframe: makes the frame as high as the quiz, and tells the page
// what happens in it. See docs/embedding.md.
//
//   <iframe src="https://…/?embed#/s/…" title="…" width="100%" height="640"></iframe>
//   <script async src="https://…/embed.js"></script>
//
// Each iframe is the target of `readback:started`, `readback:answered` and `readback:completed`, which
// bubble; `detail` has the `event` (web/events.js tells the shapes) and a `statement` for xAPI 1.0.3.
// `data-account` on the iframe names the learner in it.

(() => {
  const VERSION = 1;
  const HIGHEST = 20_000;
  const XAPI = "http://adlnet.gov/expapi/";

  // A script without `type="module"` needs no leave of the quiz's host to run on another.
  const base = new URL(".", document.currentScript.src);
  // The snippet may stand on a page more than once.
  const known = (window[Symbol.for("readback.embed")] ??= new Set());
  if (known.has(base.href)) return;
  known.add(base.href);

  const frames = () => [...document.querySelectorAll("iframe")].filter(({ src }) => src.startsWith(base.href));

  addEventListener("message", ({ source, origin, data }) => {
    if (origin !== base.origin || data?.readback !== VERSION) return;
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    if (frame === undefined) return;
    if (data.type === "ready") greet(frame);
    if (data.type === "height" && Number.isFinite(data.height) && data.height > 0 && data.height <= HIGHEST) {
      frame.style.height = `${Math.ceil(data.height)}px`;
    }
    if (data.type === "event" && isEvent(data.event)) {
      const { event } = data;
      const detail = { event, statement: statement(event, frame.dataset.account) };
      frame.dispatchEvent(new CustomEvent(`readback:${event.type}`, { bubbles: true, detail }));
    }
  });

  // Whichever of the two was there first. What this says, anybody may hear.
  frames().forEach(greet);

  function greet({ contentWindow }) {
    contentWindow?.postMessage({ readback: VERSION, type: "hello" }, "*");
  }

  function isEvent(event) {
    const is = (type, ...values) => values.every((value) => typeof value === type);
    const isCount = (...values) => values.every((value) => Number.isSafeInteger(value) && value >= 0);
    const quiz = event?.quiz;
    if (!quiz || !is("string", event.type, quiz.id, quiz.title, quiz.lang) || !is("boolean", event.retry)) return false;
    if (!isCount(event.total) || event.total < 1) return false;
    switch (event.type) {
      case "started":
        return is("boolean", event.resumed);
      case "completed":
        return isCount(event.right, event.milliseconds) && event.right <= event.total;
      case "answered": {
        const { question, chosen, key, correct, position, milliseconds } = event;
        return (
          is("string", question?.id, question?.stem, chosen, key) &&
          is("boolean", correct) &&
          isCount(position, milliseconds) &&
          Array.isArray(question.options) &&
          question.options.every((option) => is("string", option?.id, option?.text))
        );
      }
      default:
        return false;
    }
  }

  /** What happened, for a learning record store. */
  function statement(event, account = "anonymous") {
    const { type, quiz, retry, milliseconds } = event;
    const lang = language(quiz.lang);
    const named = (text) => ({ [lang]: text });
    const id = new URL(`#/quiz/${encodeURIComponent(quiz.id)}`, base).href;
    const whole = {
      objectType: "Activity",
      id,
      definition: { type: `${XAPI}activities/assessment`, name: named(quiz.title) },
    };
    const duration = `PT${(milliseconds / 1000).toFixed(2)}S`;
    const said = {
      actor: { objectType: "Agent", account: { homePage: location.origin, name: account } },
      timestamp: new Date().toISOString(),
      ...(globalThis.crypto?.randomUUID && { id: crypto.randomUUID() }),
      context: { platform: "Readback", language: lang, extensions: { [new URL("#retry", base).href]: retry } },
    };
    const verb = (name, text = name) => ({ id: `${XAPI}verbs/${name}`, display: { en: text } });
    if (type === "started") {
      return { ...said, verb: verb(event.resumed ? "resumed" : "initialized"), object: whole };
    }
    if (type === "completed") {
      const { right, total } = event;
      const score = { scaled: right / total, raw: right, min: 0, max: total };
      return { ...said, verb: verb("completed"), object: whole, result: { completion: true, score, duration } };
    }
    const { question, chosen, key, correct } = event;
    return {
      ...said,
      verb: verb("answered"),
      object: {
        objectType: "Activity",
        id: `${id}/question/${encodeURIComponent(question.id)}`,
        definition: {
          type: `${XAPI}activities/cmi.interaction`,
          interactionType: "choice",
          description: named(question.stem),
          choices: question.options.map((option) => ({ id: option.id, description: named(option.text) })),
          correctResponsesPattern: [key],
        },
      },
      result: { response: chosen, success: correct, completion: true, duration },
      context: { ...said.context, contextActivities: { parent: [whole] } },
    };
  }

  /** A language tag as xAPI wants it, of what the quiz says its language is. */
  function language(tag) {
    try {
      return Intl.getCanonicalLocales(tag)[0] ?? "und";
    } catch {
      return "und";
    }
  }
})();
