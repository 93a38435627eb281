// A quiz with characters that formats give a meaning to, in every text of its questions.
const AWKWARD = [
  "{", "=", "~", "#", "####", ":", "::", "\\", "\\n", "\"", "'", "<script>alert(1)</script>", "<b>", "]]>",
  "<!--", "-->", "&", "&amp;", "<", ">", "a\nb", "A. x", "B) y", "1. z", "U.S.", "שלום", "🐚", "=1+1", "-5",
  "@x", "%50%", "[html]", "$CATEGORY: a/b", "//", "ANSWER: B", "->", "TRUE", "two words", "\\(x\\)", "}",
];

export const quiz = {
  version: 1,
  id: "awkward",
  title: "All: {hard} = ~ #1",
  summary: "Texts that are hard to carry.",
  lang: "en",
  source: { publisher: "The Daily", about: "a report" },
  questions: AWKWARD.map((text, nth) => ({
    id: `fact-${nth}/ask`,
    fact: `fact-${nth}`,
    section: nth % 2 ? "One / two" : "Three",
    stem: `Which is ${text} here?`,
    options: [{ text }, { text: `not ${text}` }, { text: `${text} or not` }],
    key: nth % 3,
    explanation: `Because ${text}`,
    evidence: `${text} it says`,
  })),
};

// For those who are no JavaScript: the document on standard output.
if (process.argv[1] === import.meta.filename) {
  console.log(JSON.stringify(quiz));
}
