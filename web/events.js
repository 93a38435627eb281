// Tells what happens in a round, to whoever stands around the page: a frame's host, a learning
// platform. The program leaves the round on the root element, as a record, while that carries
// `data-host`; here it becomes events.
//
// started    { resumed, retry, quiz, total }
// answered   { retry, quiz, position, total, question, chosen, key, correct, milliseconds }
// completed  { retry, quiz, right, total, milliseconds }
//
// `quiz` is { id, title, lang }, `question` is { id, stem, options: [{ id, text }] }. An option's id is
// the same in whatever order the options are shown. Positions count from 1. `milliseconds` are those
// that the question was shown, or that the round took. A question that was left out is not answered.
// With feedback at the end an answer counts at the end, and is told then. Of a round that is played on
// after the page was opened anew, only what is new is told.

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** Calls `tell` with each event, from now on. */
export function follow(tell) {
  const root = document.documentElement;
  let round = null;
  const look = () => {
    const record = root.getAttribute("data-round");
    if (record === null) return;
    const now = read(record);
    if (round?.started !== now.started) round = begin(now, tell);
    goOn(round, now, tell);
  };
  new MutationObserver(look).observe(root, { attributeFilter: ["data-round"] });
  look();
}

/** What is known of a round that is met for the first time. */
function begin(now, tell) {
  const resumed = now.started < Math.floor(performance.timeOrigin);
  const { quiz, retry, questions } = now;
  if (!(resumed && now.finished)) tell({ type: "started", resumed, retry, quiz, total: questions.length });
  return {
    started: now.started,
    told: now.answers.map(({ checked }) => resumed && checked),
    isOver: resumed && now.finished,
    shown: questions.map(() => 0),
    position: now.position,
    elapsed: resumed ? now.elapsed : 0,
  };
}

/** Tells what is new. */
function goOn(round, now, tell) {
  const { quiz, retry, questions, answers } = now;
  const total = questions.length;
  round.shown[round.position] += now.elapsed - round.elapsed;
  round.position = now.position;
  round.elapsed = now.elapsed;
  answers.forEach(({ choice, checked }, nth) => {
    if (!checked || round.told[nth]) return;
    round.told[nth] = true;
    if (choice < 0) return;
    const { id, stem, options, key } = questions[nth];
    const ids = optionIds(options);
    tell({
      type: "answered",
      retry,
      quiz,
      position: nth + 1,
      total,
      question: { id, stem, options: options.map((text, place) => ({ id: ids[place], text })) },
      chosen: ids[choice],
      key: ids[key],
      correct: choice === key,
      milliseconds: round.shown[nth],
    });
  });
  if (now.finished && !round.isOver) {
    round.isOver = true;
    const right = answers.filter(({ choice }, nth) => choice === questions[nth].key).length;
    tell({ type: "completed", retry, quiz, right, total, milliseconds: now.elapsed });
  }
}

/** A letter for each option, by the order of their texts: the options are shown in any order. */
function optionIds(options) {
  const sorted = [...options].sort();
  return options.map((text) => LETTERS[sorted.indexOf(text)]);
}

/** Reads the record of a title, a language and a session, as src/session.rs and its kin write it. */
function read(record) {
  const lines = record.split("\n");
  const version = lines.shift();
  if (version !== "1") throw new Error(`This is no round of a known version: ${version}`);
  const text = () => lines.shift().replace(/\\(.)/g, (_, sign) => (sign === "n" ? "\n" : sign));
  const number = () => Number(lines.shift());
  const flag = () => lines.shift() === "1";
  const list = (item) => Array.from({ length: number() }, item);
  const [title, lang, id] = [text(), text(), text()];
  // The bank's hash and how the round was drawn: version, seed, count, order.
  lines.splice(0, 5);
  const questions = list(() => {
    const [id] = [text(), text(), text()];
    const stem = text();
    const options = list(() => [text(), flag()][0]);
    const key = number();
    // Whether the options have an order; explanation; evidence.
    lines.splice(0, 3);
    return { id, stem, options, key };
  });
  // When right and wrong are told.
  lines.shift();
  const retry = flag();
  const answers = list(() => ({ choice: number() - 1, checked: flag() }));
  const [position, finished, started, elapsed] = [number(), flag(), number(), number()];
  return { quiz: { id, title, lang }, questions, retry, answers, position, finished, started, elapsed };
}
