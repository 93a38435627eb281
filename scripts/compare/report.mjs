// The figures as a page and as a picture.

const NAMES = { readback: "Readback", quizdown: "quizdown", surveyjs: "SurveyJS" };
const TOOLS = Object.keys(NAMES);

/** The middle one of some figures, and the one that so many of a hundred do not exceed. */
const sorted = (values) => [...values].sort((a, b) => a - b);
export const median = (values) => sorted(values)[Math.floor(values.length / 2)];
export const percentile = (values, percent) => sorted(values)[Math.max(0, Math.ceil((values.length * percent) / 100) - 1)];

const grouped = (number) => String(Math.round(number)).replace(/\B(?=(\d{3})+$)/g, ",");
const spread = (values, shown = grouped) => `${shown(median(values))} (${shown(Math.min(...values))}–${shown(Math.max(...values))})`;
const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
const times = (peer, own) => `${(peer / own).toFixed(1)}×`;
const row = (...cells) => `| ${cells.join(" | ")} |`;

/** A row of medians with their spread, and how many times Readback's each peer's is. */
function line(what, of, shown = grouped) {
  const own = median(of.readback);
  return row(what, ...TOOLS.map((tool) => spread(of[tool], shown)), ...["quizdown", "surveyjs"].map((peer) => times(median(of[peer]), own)));
}

/** The page. */
export function table(figures, about) {
  const { bytes, many } = figures;
  const head = (first) => [row(first, ...TOOLS.map((tool) => NAMES[tool]), "quizdown is", "SurveyJS is"), row("---", "--:", "--:", "--:", "--:", "--:")];
  const verdict = (of, what) => row(what, ...TOOLS.map((tool) => `${percentile(of[tool], 50).toFixed(0)} / ${percentile(of[tool], 95).toFixed(0)}`));
  const without = median(figures.slowCold.quizdown) - 800;
  return `# Measured beside other quizzes

\`make bench\` made this page on ${about.date}, and makes it anew. Medians, with the lowest and the highest in brackets; “2.0×” says that the peer's figure is twice Readback's, so more is better for Readback.

- Machine: ${about.machine}. Load before the run: ${about.load}.
- Browser: ${about.browser}, a new profile for each visit, a window of 412 × 823.
- Peers, from npm: quizdown ${about.peers.quizdown}; SurveyJS, which is survey-core and survey-js-ui ${about.peers["survey-core"]}.
- All of them have the same ten questions and come from the same local server, with brotli at its highest quality and the same headers; they are measured in turns, ${about.rounds} rounds (memory and many questions: ${about.few}).
- “Slow” is 1.6 Mbit/s, 150 ms and a processor four times slower, by Chromium's own emulation.

![Time to the first question, on a slow phone](benchmarks.svg)

## To the first question

From navigation to the frame that shows the first question to answer, in milliseconds. All pages open at the question: Readback by the link to a draw, \`#/quiz/alaska-summit?seed=1&n=10\`. “Again” is a second visit in the same profile.

${head("")
  .concat(
    row("bytes, with headers", ...TOOLS.map((tool) => grouped(bytes[tool].bytes)), ...["quizdown", "surveyjs"].map((peer) => times(bytes[peer].bytes, bytes.readback.bytes))),
    row("requests", ...TOOLS.map((tool) => bytes[tool].requests), "", ""),
    line("full speed", figures.cold),
    line("full speed, again", figures.warm),
    line("slow", figures.slowCold),
    line("slow, again", figures.slowWarm),
  )
  .join("\n")}

- From Readback's cover, with *Start quiz* pressed as soon as it is painted: ${spread(figures.press.readback)} ms, slow ${spread(figures.slowPress.readback)} ms.
- quizdown waits 800 ms behind a spinner, by design. Without that its slow figure would be about ${grouped(without)} ms, ${times(without, median(figures.slowCold.readback))} Readback's.
- Readback's bytes are those of its whole built-in bank, which it draws the ten questions from; the peers hold the ten alone.
- H5P is not in the table: npm has a player for its content (h5p-standalone ${about.peers["h5p-standalone"]}) but none of its question types, which come from H5P's own hub. The player alone, without fonts, question types and questions, is ${grouped(figures.h5p)} bytes of brotli.

## From press to verdict

From the press to the next frame that says right or wrong, in milliseconds: half of them and 95 of 100 are not above.

${[row("", ...TOOLS.map((tool) => NAMES[tool])), row("---", "--:", "--:", "--:")]
  .concat(verdict(figures.verdict, "full speed"), verdict(figures.slowVerdict, "slow"))
  .join("\n")}

They do not mean the same: Readback stores the answer, explains it and tells it to screen readers when *Check answer* is pressed. SurveyJS has no verdict after a question; here two texts appear by the answer, which is its own way to do that, and it is measured from the choice. quizdown tells all of them at the end of a round, behind another spinner of 800 ms, so its figures are of ${about.rounds} presses.

## Memory, many questions, layout

${head("")
  .concat(
    line("MB after 100 questions", figures.memory, megabytes),
    ...Object.entries(many).flatMap(([count, of]) => [
      line(`${grouped(count)} questions: ms to the first`, Object.fromEntries(TOOLS.map((tool) => [tool, of[tool].times]))),
      row(`${grouped(count)} questions: bytes`, ...TOOLS.map((tool) => grouped(of[tool].bytes)), ...["quizdown", "surveyjs"].map((peer) => times(of[peer].bytes, of.readback.bytes))),
    ]),
    row("layout shift, slow", ...TOOLS.map((tool) => median(figures.moved[tool]).toFixed(3)), "", ""),
  )
  .join("\n")}

- Memory is what \`performance.measureUserAgentSpecificMemory\` says of the page after the last verdict, WebAssembly's among it.
- Many questions stand in the page that is loaded; all of them are in the round. Readback's press to verdict with them: ${Object.entries(many)
    .map(([count, of]) => `${percentile(of.readback.verdicts, 50).toFixed(0)} / ${percentile(of.readback.verdicts, 95).toFixed(0)} ms with ${grouped(count)}`)
    .join(", ")}.
- SurveyJS is spared its verdicts there.
`;
}

/** The bars of the slow visits, drawn to one scale; light or dark as the reader has it. */
export function picture(figures) {
  const groups = [
    ["First visit", figures.slowCold],
    ["Second visit", figures.slowWarm],
  ];
  const most = Math.max(...groups.flatMap(([, of]) => TOOLS.map((tool) => median(of[tool]))));
  const [left, width, bar, gap] = [96, 420, 22, 6];
  let y = 44;
  const parts = [];
  for (const [name, of] of groups) {
    parts.push(`<text class="group" x="0" y="${y}">${name}</text>`);
    y += 12;
    for (const tool of TOOLS) {
      const value = median(of[tool]);
      const long = Math.round((value / most) * width);
      const factor = tool === "readback" ? "" : `, ${times(value, median(of.readback))}`;
      parts.push(`<text x="${left - 8}" y="${y + 16}" text-anchor="end">${NAMES[tool]}</text><rect class="${tool}" x="${left}" y="${y}" width="${long}" height="${bar}" rx="3"/><text x="${left + long + 8}" y="${y + 16}">${grouped(value)} ms${factor}</text>`);
      y += bar + gap;
    }
    y += 26;
  }
  const label = groups.map(([name, of]) => `${name}: ${TOOLS.map((tool) => `${NAMES[tool]} ${grouped(median(of[tool]))} ms`).join(", ")}.`).join(" ");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 ${y - 16}" role="img" aria-label="Time to the first question on a slow phone. ${label}">
<style>text{font:14px system-ui,sans-serif;fill:#1d2733}.title{font-size:16px;font-weight:600}.group{font-weight:600}rect{fill:#9aa5b1}.readback{fill:#0b6e4f}@media (prefers-color-scheme:dark){text{fill:#e8eaed}rect{fill:#5f6b78}.readback{fill:#4cc38a}}</style>
<text class="title" x="0" y="18">Time to the first question: 1.6 Mbit/s, 150 ms, processor 4× slower</text>
${parts.join("\n")}
</svg>
`;
}
