// The schedule against ts-fsrs, another implementation of FSRS-6 with the same weights, to the day.
//
// ts-fsrs is set to be the same model: no fuzz, and no steps of minutes, as a question is never due
// again on the day it was answered; its rule for repeats within a day stays on.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { createEmptyCard, default_w, forgetting_curve, fsrs, Rating } from "ts-fsrs";
import { chance } from "./chance.mjs";

const DAY = 86_400_000;
const RETENTIONS = [70, 80, 85, 90, 95, 97];
const GRADES = ["again", "hard", "good", "easy"];

/** Numbers from 0 to 1, the same every time. */
function fractions(seed) {
  const below = chance(seed);
  return () => below(2 ** 32) / 2 ** 32;
}

const pick = (random, list) => list[Math.floor(random() * list.length)];

/** A history by ts-fsrs: `next` says of the card and its day when and how it is answered. */
function history(retention, count, next) {
  const model = fsrs({ request_retention: retention / 100, enable_fuzz: false, learning_steps: [], relearning_steps: [] });
  const answers = [];
  const due = [];
  let card = createEmptyCard(new Date(0));
  let day = 0;
  for (let nth = 0; nth < count; nth++) {
    const [gap, grade] = next(card, day, nth);
    day += gap;
    card = model.next(card, new Date(day * DAY), Rating[grade[0].toUpperCase() + grade.slice(1)]).card;
    answers.push([day, grade]);
    due.push(Math.round(card.due / DAY));
  }
  return { retention, answers, due };
}

/** The due days of our schedule. */
function scheduled(histories) {
  const run = ["run", "--quiet", "--locked", "--example", "schedule"];
  const input = histories.map(({ retention, answers }) => JSON.stringify({ retention, answers })).join("\n");
  const { status, stdout, stderr } = spawnSync("cargo", run, { input, maxBuffer: 1 << 28 });
  assert.equal(status, 0, String(stderr));
  return String(stdout).trim().split("\n").map((line) => JSON.parse(line));
}

/** Compares all dates; returns how many there are. */
function compare(histories) {
  scheduled(histories).forEach((ours, nth) => {
    const { due, retention, answers } = histories[nth];
    assert.deepEqual(ours, due, `${retention} %, ${JSON.stringify(answers)}`);
  });
  return histories.reduce((dates, { due }) => dates + due.length, 0);
}

test("any histories are scheduled as by ts-fsrs", () => {
  const random = fractions(12345);
  const histories = Array.from({ length: 3000 }, (_, nth) =>
    history(RETENTIONS[nth % 6], 1 + Math.floor(random() * 40), (_card, _day, at) => {
      const gap = at === 0 || random() < 0.1 ? 0 : Math.floor(random() * 401);
      return [gap, pick(random, GRADES)];
    }),
  );
  const dates = compare(histories);
  assert.ok(dates > 50_000, `${dates} dates`);
});

test("histories as readers make them are scheduled as by ts-fsrs", () => {
  const random = fractions(777);
  const histories = Array.from({ length: 5000 }, (_, nth) =>
    history(RETENTIONS[nth % 6], 1 + Math.floor(random() * 12), (card, day, at) => {
      // On the day it is due or some days later, and known as often as is to be expected.
      const due = at === 0 ? 0 : Math.round(card.due / DAY) - day;
      const gap = due + (random() < 0.5 ? 0 : Math.floor(random() * 5));
      const known = at === 0 ? 0.7 : forgetting_curve(default_w, gap, card.stability);
      return [gap, random() > known ? "again" : pick(random, ["hard", "good", "good", "good", "good", "easy"])];
    }),
  );
  const dates = compare(histories);
  assert.ok(dates > 25_000, `${dates} dates`);
});
