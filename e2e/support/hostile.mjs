// Texts that would run as a script wherever a text is taken for markup or code. Each calls `hurt()`.

const VECTORS = [
  "<script>hurt()</script>",
  "<ScRiPt src=data:,hurt()></sCrIpT>",
  "<img src=x onerror=hurt()>",
  "<svg onload=hurt()>",
  "<svg><script>hurt()</script></svg>",
  "<svg><animate onbegin=hurt() attributeName=x dur=1s>",
  '<iframe srcdoc="<script>parent.hurt()</script>"></iframe>',
  "<iframe src=javascript:hurt()></iframe>",
  "<a href=javascript:hurt()>here</a>",
  "<math><a xlink:href=javascript:hurt()>here</a></math>",
  "<details open ontoggle=hurt()>",
  "<input autofocus onfocus=hurt()>",
  "<video><source onerror=hurt()></video>",
  "<audio src=x onerror=hurt()>",
  "<body onload=hurt()>",
  "<style>@import 'data:text/css,p{}';</style>",
  "<link rel=stylesheet href=data:text/css,p{}>",
  '<meta http-equiv=refresh content="0;url=javascript:hurt()">',
  "<base href=//example.org/>",
  "<object data=javascript:hurt()></object>",
  "<embed src=javascript:hurt()>",
  "<form action=javascript:hurt()><button>here</button></form>",
  "<template><script>hurt()</script></template>",
  "<noscript><img src=x onerror=hurt()></noscript>",
  "javascript:hurt()",
  "{{constructor.constructor('hurt()')()}}",
  "${hurt()}",
  "`+hurt()+`",
  "';hurt();//",
  '\\";hurt();//',
  "<!--<script>hurt()//-->",
  "<![CDATA[<script>hurt()</script>]]>",
  "&lt;script&gt;hurt()&lt;/script&gt;",
  "%3Cscript%3Ehurt()%3C/script%3E",
  "\u202e<script>hurt()</script>\u202c",
  "\\l/script>\\n.\n<script>hurt()</script>",
];

/** What would end whatever the text stands in. */
const BREAKERS = ["", '">', "'>", "</script>", "</title></textarea>", "-->", "]]>"];

/** More than two hundred of them, no two alike. */
export const HOSTILE = BREAKERS.flatMap((breaker) => VECTORS.map((vector) => breaker + vector));

/** A quiz that has all of them in all of its places, and says nothing else. */
export function hostileQuiz() {
  const rest = [...HOSTILE];
  const next = () => rest.shift() ?? HOSTILE[0];
  const questions = [];
  const [title, summary, publisher, about] = [next(), next(), next(), next()];
  while (rest.length > 0) {
    const nth = questions.length;
    const texts = Array.from({ length: 5 }, next);
    questions.push({
      id: `q${nth}`,
      fact: `q${nth}`,
      section: next(),
      // So that no stem gives away another's answer.
      stem: `${nth} ${next()}`,
      options: [...new Set(texts), `${nth}`, `${nth}b`].slice(0, 5).map((text) => ({ text })),
      key: nth % 3,
      explanation: next(),
      evidence: next(),
    });
  }
  return {
    version: 1,
    id: "hostile",
    title,
    summary,
    lang: "en\" onclick=\"hurt()",
    source: { publisher, about, url: "javascript:hurt()" },
    questions,
  };
}

/** All that the quiz says, and that a reader is to see as it is written. */
export const textsOf = ({ questions }) =>
  questions.flatMap(({ section, stem, options, explanation, evidence }) => [
    section,
    stem,
    explanation,
    evidence,
    ...options.map(({ text }) => text),
  ]);

/** A quiz that has all of them too, so many to a text that it is soon played. */
export function packedQuiz() {
  const EACH = 5;
  // A format may have a line for each text.
  const lines = HOSTILE.map((text) => text.replace(/\s+/g, " "));
  const packs = Array.from({ length: Math.ceil(lines.length / EACH) }, (_, nth) => lines.slice(nth * EACH, (nth + 1) * EACH).join(" "));
  const next = () => packs.shift() ?? "nothing more";
  const quiz = { version: 1, id: "packed", title: next(), summary: next(), lang: "en", source: { publisher: next(), about: next(), title: next(), url: `https://example.org/${encodeURIComponent(next())}` }, questions: [] };
  while (packs.length > 0) {
    const nth = quiz.questions.length;
    quiz.questions.push({
      id: `q${nth}`,
      fact: `q${nth}`,
      section: next(),
      stem: `${nth} ${next()}`,
      options: [`1 ${next()}`, `2 ${next()}`, `3 ${next()}`].map((text) => ({ text })),
      key: nth % 3,
      explanation: next(),
      evidence: next(),
    });
  }
  return quiz;
}

/** Files of other programs that have them as their own mark-up, names, tags, hints and categories. */
export function foreignFiles() {
  const all = HOSTILE.join("\n");
  const line = (text) => text.replace(/[\n\r]/g, " ");
  const cdata = (text) => `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
  const html = (text) => `<text>${cdata(text)}</text>`;
  const gift = (text) => line(text).replace(/[\\~=#{}:]/g, "\\$&");
  const cell = (text) => `"${text.replaceAll('"', '""')}"`;
  const attribute = (text) => line(text).replace(/[&"<]/g, (it) => `&#${it.charCodeAt(0)};`);
  const some = (count) => HOSTILE.filter((_, nth) => nth % Math.ceil(HOSTILE.length / count) === 0);
  return {
    "quiz.gift": some(60)
      .map((text, nth) => `// [id:${line(text)}] [tag:${line(text)}]\n$CATEGORY: ${gift(text)}\n\n::${gift(text)}::[html]${gift(text)} ${nth}? {=${gift(text)} yes#${gift(text)} ~${gift(text)} no ####${gift(text)}}\n`)
      .join("\n"),
    "quiz.xml": `<quiz><question type="category"><category>${html(all)}</category></question>${some(60)
      .map(
        (text, nth) => `<question type="multichoice"><name>${html(text)}</name><questiontext format="html">${html(`${text} ${nth}?`)}</questiontext>
<generalfeedback format="html">${html(text)}</generalfeedback><correctfeedback>${html(text)}</correctfeedback>
<answer fraction="100" format="html">${html(`yes ${text}`)}<feedback>${html(text)}</feedback></answer>
<answer fraction="0" format="html">${html(`no ${text}`)}</answer><hint>${html(text)}</hint><tags><tag>${html(text)}</tag></tags></question>`,
      )
      .join("\n")}</quiz>`,
    "item.xml": `<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i" title="${attribute(all)}">
<qti-response-declaration identifier="R"><qti-correct-response><qti-value>a</qti-value></qti-correct-response></qti-response-declaration>
<qti-item-body><p onclick="hurt()">What?</p><script>hurt()</script><img src="x" onerror="hurt()" alt="${attribute(all)}"/><qti-choice-interaction response-identifier="R">
<qti-prompt>${cdata(all)}</qti-prompt><qti-simple-choice identifier="a">${cdata(`yes ${all}`)}<qti-feedback-inline>${cdata(all)}</qti-feedback-inline></qti-simple-choice>
<qti-simple-choice identifier="b">${cdata(`no ${all}`)}</qti-simple-choice></qti-choice-interaction></qti-item-body>
<qti-modal-feedback>${cdata(all)}</qti-modal-feedback></qti-assessment-item>`,
    "quiz.csv": `question,option_a,option_b,key,explanation,section,${cell(all)}\n${some(60)
      .map((text, nth) => [`${text} ${nth}?`, `${text} yes`, `${text} no`, "a", text, text, text].map(cell).join(","))
      .join("\n")}`,
    "quiz.json": JSON.stringify({
      response_code: 0,
      results: some(60).map((text, nth) => ({ type: "multiple", difficulty: text, category: text, question: `${text} ${nth}?`, correct_answer: `${text} yes`, incorrect_answers: [`${text} no`] })),
    }),
  };
}
