// SCORM 1.2: between a quiz and the learning platform that launched it. `readback fold` puts this and
// events.js into the player as one script, which runs before any other; it does nothing unless the root
// says `data-host="scorm"`, as in a package, and the page was launched by a platform.
//
// What the page keeps is kept in memory, for this launch: the storage of the platform's host is shared by
// all its learners. The round goes into `cmi.suspend_data`, as the places of its questions and options in
// the quiz and what was answered, and is written out as the page's own record before the page reads it.

const LIMIT = 4096;
const ROUND = "readback/round/";
const SETTINGS = "readback/settings";
// What a learner begins with, as src/ui/preferences.rs writes it: the quiz as a whole is what counts here.
const ALL_QUESTIONS = "1\n\n1\n0\n3\n1\n0\n.";
// A status never gives way to one that stands before it.
const RANKS = ["not attempted", "browsed", "incomplete", "failed", "completed", "passed"];

const root = document.documentElement;
const api = root.dataset.host === "scorm" ? apiAround(window) ?? apiAround(window.opener) : null;
if (api) launch();

function launch() {
  const bank = readBank(document.getElementById("readback-quiz").textContent);
  let isOpen = false;
  let round = null;
  const get = (name) => call("LMSGetValue", name);
  const set = (name, value) => isOpen && call("LMSSetValue", name, String(value));
  // What a learner deletes, the platform does not keep either.
  const kept = keepInMemory((key) => {
    if (!key.startsWith(ROUND)) return;
    round = null;
    set("cmi.suspend_data", "");
  });
  kept.set(SETTINGS, ALL_QUESTIONS);
  isOpen = call("LMSInitialize") === "true";
  if (!isOpen) return;
  // In these modes nothing counts.
  const counts = !/^(browse|review)$/.test(get("cmi.core.lesson_mode"));
  round = unpack(get("cmi.suspend_data"), bank);
  let interactions = parseInt(get("cmi.interactions._count"), 10);
  let best = parseFloat(get("cmi.core.score.raw"));

  if (round) {
    kept.set(ROUND + bank.id, round.record);
    if (round.settings) kept.set(SETTINGS, round.settings);
    history.replaceState(null, "", `#/quiz/${bank.id}${round.isFinished ? "/results" : ""}`);
  }
  if (counts) {
    raise("incomplete");
    commit();
  }
  new MutationObserver(suspend).observe(root, { attributeFilter: ["data-round"] });
  follow(hear);
  addEventListener("visibilitychange", () => document.hidden && commit());
  addEventListener("pagehide", finish);
  // The platform was told that this is over; from here on only another launch is heard.
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());

  function hear(event) {
    // To repeat what was missed is no attempt at the quiz.
    if (event.retry || !counts) return;
    if (event.type === "answered") answer(event);
    if (event.type === "completed") score(event);
    if (event.type !== "started") commit();
  }

  function answer({ question, chosen, key, correct, milliseconds }) {
    // A platform need not know of interactions.
    if (!(interactions >= 0)) return;
    const at = `cmi.interactions.${interactions++}.`;
    set(`${at}id`, `q${bank.places.get(question.id) + 1}_${question.id.replace(/\W+/g, "_")}`.slice(0, 255));
    set(`${at}time`, new Date().toTimeString().slice(0, 8));
    set(`${at}type`, "choice");
    set(`${at}correct_responses.0.pattern`, key);
    set(`${at}student_response`, chosen);
    set(`${at}result`, correct ? "correct" : "wrong");
    set(`${at}latency`, span(milliseconds));
  }

  function score({ right, total }) {
    const raw = Math.round((right / total) * 1e4) / 100;
    if (!(raw <= best)) {
      best = raw;
      set("cmi.core.score.min", 0);
      set("cmi.core.score.max", 100);
      set("cmi.core.score.raw", raw);
    }
    // What the platform asks for takes the place of what the package was made with.
    const asked = parseFloat(get("cmi.student_data.mastery_score"));
    const pass = asked >= 0 ? asked : parseFloat(root.dataset.pass);
    raise(!(pass >= 0) ? "completed" : raw >= pass ? "passed" : "failed");
  }

  function raise(status) {
    if (RANKS.indexOf(get("cmi.core.lesson_status")) < RANKS.indexOf(status)) set("cmi.core.lesson_status", status);
  }

  function suspend() {
    const record = root.getAttribute("data-round");
    if (!record) return;
    round = readRound(record);
    set("cmi.suspend_data", pack(round, bank, kept.get(SETTINGS)));
  }

  function commit() {
    set("cmi.core.session_time", span(performance.now()));
    if (isOpen) call("LMSCommit");
  }

  function finish() {
    if (!isOpen) return;
    set("cmi.core.exit", round && !round.isFinished ? "suspend" : "");
    set("cmi.core.session_time", span(performance.now()));
    call("LMSFinish");
    isOpen = false;
  }
}

// The platform's object, in a window or around it.
function apiAround(start) {
  try {
    for (let at = start, above = 0; at && above < 100; at = at === at.parent ? null : at.parent, above++) {
      if (at.API?.LMSInitialize) return at.API;
    }
  } catch {
    // A window of another host: nobody there speaks to us.
  }
  return null;
}

function call(name, ...values) {
  try {
    return String(api[name](...(values.length ? values : [""])));
  } catch {
    return "";
  }
}

// Puts a storage in the place of the browser's that lasts as long as this page; tells what is removed.
function keepInMemory(removed) {
  const kept = new Map();
  const storage = {
    get length() {
      return kept.size;
    },
    key: (nth) => [...kept.keys()][nth] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => {
      kept.delete(key);
      removed(key);
    },
  };
  Object.defineProperty(window, "localStorage", { value: storage });
  return kept;
}

// HHHH:MM:SS.ss
function span(milliseconds) {
  const seconds = Math.min(milliseconds / 1000, 9999 * 3600);
  const two = (number) => String(Math.floor(number)).padStart(2, "0");
  const hundredths = two((seconds % 1) * 100);
  return `${two(seconds / 3600).padStart(4, "0")}:${two((seconds / 60) % 60)}:${two(seconds % 60)}.${hundredths}`;
}

// What a round is packed as: `version,hash,…;question,question,…;`, in letters and digits that every platform
// carries. A question is a letter for the answer, its place in the quiz, and a digit for each option. A round
// so long that it does not fit is not kept.
function pack({ head, tail, questions, answers }, bank, settings = "") {
  const sign = ({ choice, isChecked }) => {
    if (choice < 0) return isChecked ? "_" : "-";
    return String.fromCharCode((isChecked ? 97 : 65) + choice);
  };
  const digit = (number) => number.toString(36);
  const packed = questions.map(({ id, options }, nth) => {
    const place = bank.places.get(id);
    const order = options.map((text) => digit(bank.items[place].texts.indexOf(text)));
    return `${sign(answers[nth])}${digit(place)}.${order.join("")}`;
  });
  const set = settings.split("\n").join("_");
  const fields = [1, ...head, ...tail, /^\w*\.?$/.test(set) ? set : ""];
  const text = `${fields.join(",")};${packed.join(",")};`;
  return text.length > LIMIT ? "" : text;
}

// The record of a round as the page writes it, from what it was packed as; null where that is of another quiz
// or version, was cut off, or is something else.
function unpack(text, bank) {
  try {
    const [fields, packed, end] = text.split(";").map((part) => part.split(","));
    const [version, ...head] = fields.slice(0, 6);
    const [feedback, retry, position, finished, started, elapsed, set] = fields.slice(6);
    const numbers = [...head.slice(1), feedback, retry, position, finished, started, elapsed];
    const isSound = end.length === 1 && numbers.every((number) => /^\d+$/.test(number)) && position < packed.length;
    if (version !== "1" || head[0] !== bank.hash || !isSound) return null;
    const questions = [];
    const answers = [];
    for (const question of packed) {
      const [, sign, place, order] = /^(.)(\w+)\.(\w+)$/.exec(question);
      const { id, fact, stem, explanation, isOrdered, texts } = bank.items[parseInt(place, 36)];
      const places = Array.from(order, (digit) => parseInt(digit, 36));
      const choice = /[a-z]/i.test(sign) ? sign.toLowerCase().charCodeAt(0) - 97 : -1;
      if (!places.includes(0) || places.some((nth) => !(nth < texts.length)) || choice >= places.length) return null;
      const options = places.flatMap((nth) => [texts[nth], 0]);
      questions.push(id, fact.id, fact.section, stem, places.length, ...options, places.indexOf(0), isOrdered, explanation, fact.evidence);
      answers.push(choice + 1, /[a-z_]/.test(sign) ? 1 : 0);
    }
    const tail = [feedback, retry, packed.length, ...answers, position, finished, started, elapsed];
    const lines = [1, bank.id, ...head, packed.length, ...questions, ...tail];
    const escaped = lines.map((line) => String(line).replaceAll("\\", "\\\\").replaceAll("\n", "\\n"));
    return { record: `${escaped.join("\n")}\n.`, settings: set.split("_").join("\n"), isFinished: finished === "1" };
  } catch {
    return null;
  }
}

// Reads a record as src/record.rs writes it, text by text.
function reader(record) {
  const lines = record.split("\n").values();
  const SIGNS = { n: "\n", l: "<" };
  const text = () => lines.next().value.replace(/\\(.)/g, (_, sign) => SIGNS[sign] ?? sign);
  const texts = (count) => Array.from({ length: count }, text);
  const list = (item) => Array.from({ length: Number(text()) }, item);
  return { text, texts, list };
}

// The bank in the page: see src/bank.rs.
function readBank(record) {
  const { text, texts, list } = reader(record);
  const [, id, , , , , , , , , hash] = texts(11);
  const sections = list(text);
  const facts = list(() => ({ id: text(), section: sections[text()], evidence: text() }));
  const items = list(() => {
    const [name, nth, stem, explanation, isOrdered] = texts(5);
    const fact = facts[nth];
    const item = { id: `${fact.id}/${name}`, fact, stem, explanation, isOrdered, texts: list(text) };
    list(text);
    return item;
  });
  return { id, hash, items, places: new Map(items.map(({ id }, place) => [id, place])) };
}

// The round on the root: version, title, language, and what src/session.rs writes.
function readRound(record) {
  const { text, texts, list } = reader(record);
  texts(4);
  const head = texts(5);
  const questions = list(() => {
    const [id] = texts(4);
    const options = list(() => texts(2)[0]);
    texts(4);
    return { id, options };
  });
  const [feedback, retry] = texts(2);
  const answers = list(() => ({ choice: Number(text()) - 1, isChecked: text() === "1" }));
  const tail = [feedback, retry, ...texts(4)];
  return { head, tail, questions, answers, isFinished: tail[3] === "1" };
}
