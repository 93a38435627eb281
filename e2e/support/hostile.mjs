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
