//! A package of QTI 3.0 or 2.1.

use super::item::OWN;
use super::package::MANIFEST;
use crate::format::words::{About, beginning, feedback, line, spaced};
use crate::format::xml::escaped;
use crate::format::{Export, Losses, Lost, WriteOptions};
use crate::pack::pack;
use crate::question::Question;
use crate::quiz::Quiz;
use crate::words::letter;

/// The file of the test.
const TEST: &str = "assessment.xml";

/// What the versions differ in.
struct Version {
    /// Whether names are `qti-simple-choice` rather than `simpleChoice`.
    is_third: bool,
    items: &'static str,
    schema: &'static str,
    package: &'static str,
    package_schema: [&'static str; 2],
    kinds: [&'static str; 2],
    scoring: &'static str,
}

const THIRD: Version = Version {
    is_third: true,
    items: "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
    schema: "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd",
    package: "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
    package_schema: ["QTI Package", "3.0.0"],
    kinds: ["imsqti_test_xmlv3p0", "imsqti_item_xmlv3p0"],
    scoring: "https://www.imsglobal.org/question/qti_v3p0/rptemplates/match_correct.xml",
};

const SECOND: Version = Version {
    is_third: false,
    items: "http://www.imsglobal.org/xsd/imsqti_v2p1",
    schema: "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
    package: "http://www.imsglobal.org/xsd/imscp_v1p1",
    package_schema: ["QTIv2.1 Package", "1.0.0"],
    kinds: ["imsqti_test_xmlv2p1", "imsqti_item_xmlv2p1"],
    scoring: "http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct",
};

/// Writes a quiz as a package.
pub(in crate::format) fn write(quiz: &Quiz, third: bool, options: WriteOptions) -> Export {
    let version = if third { THIRD } else { SECOND };
    let names: Vec<_> = (1..=quiz.questions().len())
        .map(|nth| format!("items/q{nth:05}.xml"))
        .collect();
    let items: Vec<_> = quiz
        .questions()
        .iter()
        .map(|question| version.item(question, quiz.lang(), options))
        .collect();
    let (manifest, test) = (version.manifest(quiz, &names), version.test(quiz, &names));
    let files = [(MANIFEST, &*manifest), (TEST, &*test)].into_iter();
    let bytes = pack(
        files.chain(
            names
                .iter()
                .map(|it| &**it)
                .zip(items.iter().map(|it| &**it)),
        ),
    );
    let mut losses = Losses::of(quiz, options);
    losses.spacing();
    // Options that stay are those at the end; all together are an order that stays.
    losses.questions(Lost::Pinned, |it| {
        it.ordered && it.options.iter().all(|it| it.pinned)
    });
    losses.export(bytes)
}

/// The identifier that stands for an id.
fn identifier(id: &str) -> String {
    [OWN, &id.replace('/', "_")].concat()
}

/// An element, or an element alone if there is nothing in it.
struct Tags<'a> {
    version: &'a Version,
    out: String,
}

impl Version {
    /// A name of the second version, as this one has it: `simpleChoice` or `simple-choice`.
    fn name(&self, name: &str, prefix: &str) -> String {
        if !self.is_third {
            return name.to_owned();
        }
        let mut hyphened = prefix.to_owned();
        for c in name.chars() {
            // `xml:lang` and its like are of no version.
            if c.is_ascii_uppercase() && !name.contains(':') {
                hyphened.push('-');
            }
            hyphened.push(if name.contains(':') {
                c
            } else {
                c.to_ascii_lowercase()
            });
        }
        hyphened
    }

    fn tags(&self) -> Tags<'_> {
        Tags {
            version: self,
            out: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(),
        }
    }

    fn item(&self, question: &Question, lang: &str, options: WriteOptions) -> String {
        let mut tags = self.tags();
        let schema = [self.items, " ", self.schema].concat();
        tags.open(
            "assessmentItem",
            &[
                ("xmlns", self.items),
                ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
                ("xsi:schemaLocation", &schema),
                ("identifier", &identifier(&question.id)),
                ("title", &beginning(&question.stem)),
                ("adaptive", "false"),
                ("timeDependent", "false"),
                ("xml:lang", lang),
            ],
        );
        let declared = |name| [("identifier", name), ("cardinality", "single")];
        let [identifier, cardinality] = declared("RESPONSE");
        tags.open(
            "responseDeclaration",
            &[identifier, cardinality, ("baseType", "identifier")],
        );
        tags.open("correctResponse", &[]);
        tags.value(&letter(question.key));
        tags.close(&["correctResponse", "responseDeclaration"]);
        let feedback = spaced(&feedback(&question.explanation, options.evidence(question)));
        let outcomes = [
            ("SCORE", "float", "0"),
            ("FEEDBACK", "identifier", "EXPLANATION"),
        ];
        for (name, kind, value) in outcomes {
            if name == "SCORE" || !feedback.is_empty() {
                let [identifier, cardinality] = declared(name);
                tags.open(
                    "outcomeDeclaration",
                    &[identifier, cardinality, ("baseType", kind)],
                );
                tags.open("defaultValue", &[]);
                tags.value(value);
                tags.close(&["defaultValue", "outcomeDeclaration"]);
            }
        }
        tags.open("itemBody", &[]);
        let all_pinned = question.options.iter().all(|it| it.pinned);
        let shuffle = if question.ordered || all_pinned {
            "false"
        } else {
            "true"
        };
        tags.open(
            "choiceInteraction",
            &[
                ("responseIdentifier", "RESPONSE"),
                ("shuffle", shuffle),
                ("maxChoices", "1"),
            ],
        );
        tags.text("prompt", &[], &question.stem);
        for (nth, choice) in question.options.iter().enumerate() {
            let letter = letter(nth);
            let fixed = ("fixed", "true");
            let attributes = [("identifier", &*letter), fixed];
            let is_fixed = choice.pinned && !all_pinned;
            let count = if is_fixed { 2 } else { 1 };
            tags.text("simpleChoice", &attributes[..count], &choice.text);
        }
        tags.close(&["choiceInteraction", "itemBody"]);
        tags.alone("responseProcessing", &[("template", self.scoring)]);
        if !feedback.is_empty() {
            let attributes = [
                ("outcomeIdentifier", "FEEDBACK"),
                ("identifier", "EXPLANATION"),
                ("showHide", "show"),
            ];
            if self.is_third {
                tags.open("modalFeedback", &attributes);
                tags.text("contentBody", &[], &feedback);
                tags.close(&["modalFeedback"]);
            } else {
                tags.text("modalFeedback", &attributes, &feedback);
            }
        }
        tags.close(&["assessmentItem"]);
        tags.out
    }

    fn test(&self, quiz: &Quiz, names: &[String]) -> String {
        let mut tags = self.tags();
        tags.open(
            "assessmentTest",
            &[
                ("xmlns", self.items),
                ("identifier", &identifier(quiz.id())),
                ("title", &line(quiz.title())),
                ("xml:lang", quiz.lang()),
            ],
        );
        tags.open(
            "testPart",
            &[
                ("identifier", "part"),
                ("navigationMode", "nonlinear"),
                ("submissionMode", "individual"),
            ],
        );
        let mut section = None;
        for (nth, (question, name)) in quiz.questions().iter().zip(names).enumerate() {
            if section != Some(&question.section) {
                if section.is_some() {
                    tags.close(&["assessmentSection"]);
                }
                section = Some(&question.section);
                let own = ["section-", &(nth + 1).to_string()].concat();
                let title = line(&question.section);
                let attributes = [
                    ("identifier", &*own),
                    ("title", &*title),
                    ("visible", "true"),
                ];
                tags.open("assessmentSection", &attributes);
            }
            let own = identifier(&question.id);
            tags.alone("assessmentItemRef", &[("identifier", &own), ("href", name)]);
        }
        tags.close(&["assessmentSection", "testPart", "assessmentTest"]);
        tags.out
    }

    fn manifest(&self, quiz: &Quiz, names: &[String]) -> String {
        let element =
            |name: &str, text: &str| ["<", name, ">", &escaped(text), "</", name, ">"].concat();
        let string = |name: &str, text: &str| {
            let lang = [" language=\"", &escaped(quiz.lang()), "\""].concat();
            [
                "<",
                name,
                "><string",
                &lang,
                ">",
                &escaped(text),
                "</string></",
                name,
                ">",
            ]
            .concat()
        };
        let [schema, schema_version] = self.package_schema;
        let mut out = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest xmlns=\"",
            self.package,
            "\" identifier=\"",
            &identifier(quiz.id()),
            "_manifest\">\n<metadata>",
            &element("schema", schema),
            &element("schemaversion", schema_version),
            "<lom xmlns=\"http://ltsc.ieee.org/xsd/LOM\"><general>",
            &string("title", &line(quiz.title())),
            &element("language", quiz.lang()),
            &string("description", &About::text(quiz)),
            "</general></lom></metadata>\n<organizations/>\n<resources>\n",
        ]
        .concat();
        let resource = |id: &str, kind: &str, file: &str, more: &str| {
            [
                "<resource identifier=\"",
                id,
                "\" type=\"",
                kind,
                "\" href=\"",
                file,
                "\"><file href=\"",
                file,
                "\"/>",
                more,
                "</resource>\n",
            ]
            .concat()
        };
        let items = || {
            quiz.questions()
                .iter()
                .map(|it| identifier(&it.id))
                .zip(names)
        };
        let dependencies: String = items()
            .map(|(id, _)| ["<dependency identifierref=\"", &id, "\"/>"].concat())
            .collect();
        let test = [&identifier(quiz.id()), "_test"].concat();
        out.push_str(&resource(&test, self.kinds[0], TEST, &dependencies));
        for (id, name) in items() {
            out.push_str(&resource(&id, self.kinds[1], name, ""));
        }
        out.push_str("</resources>\n</manifest>\n");
        out
    }
}

impl Tags<'_> {
    fn start(&mut self, name: &str, attributes: &[(&str, &str)], end: &str) {
        let name = self.version.name(name, "qti-");
        self.out.push_str(&["<", &name].concat());
        for (attribute, value) in attributes {
            let attribute = self.version.name(attribute, "");
            self.out
                .push_str(&[" ", &attribute, "=\"", &escaped(value), "\""].concat());
        }
        self.out.push_str(end);
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes, ">\n");
    }

    fn alone(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes, "/>\n");
    }

    fn close(&mut self, names: &[&str]) {
        for name in names {
            let name = self.version.name(name, "qti-");
            self.out.push_str(&["</", &name, ">\n"].concat());
        }
    }

    /// An element with a text, its lines parted by breaks.
    fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.start(name, attributes, ">");
        self.out
            .push_str(&escaped(&spaced(text)).replace('\n', "<br/>"));
        self.close(&[name]);
    }

    fn value(&mut self, text: &str) {
        self.text("value", &[], text);
    }
}
