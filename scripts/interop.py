"""Formats, as Python's packages read and write them; says what of theirs is not read."""

import html
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from moodle_questions import Quiz
from moodle_questions.questions import MultipleChoiceQuestion
from moodle_xml_parser.parser import parse_string
from pygiftparser import parser as gift

HOME = Path(sys.argv[1]).absolute()
READBACK = Path(os.environ.get("CARGO_TARGET_DIR", "target")) / "debug" / "readback"
QUIZ = json.loads((HOME / "awkward.json").read_text("utf-8"))


def convert(to, data, wanted=0):
    """A quiz in another format, and what was told of it."""
    done = subprocess.run([READBACK, "convert", "--to", to], input=data, capture_output=True)
    told = done.stderr.decode("utf-8").replace("standard input: ", "")
    assert done.returncode <= wanted, told
    return done.stdout, told


def document(data, wanted=0):
    """The quiz document of a file, and what was told of it."""
    out, told = convert("json", data, wanted)
    return json.loads(out), told


def shown(question):
    return question["stem"], [option["text"] for option in question["options"]], question["key"]


def says(what, told=""):
    print(what)
    for line in told.splitlines():
        if "left out" in line or "changed" in line:
            print("   ", line)


def check_pygiftparser():
    """It leaves escapes as they are, takes an escaped brace for one, and any arrow for a match."""
    questions = [it for it in QUIZ["questions"] if not re.search(r"[{}]|->", it["stem"])]
    data = json.dumps({**QUIZ, "questions": questions}).encode()
    text = convert("gift", data)[0].decode("utf-8")
    with tempfile.TemporaryFile("w+", encoding="utf-8") as file:
        file.write(text)
        file.seek(0)
        items = gift.parseFile(file)

    def plain(text):
        return re.sub(r"\\(.)", lambda it: "\n" if it[1] == "n" else it[1], text)

    read = []
    for item in items:
        assert item.valid, item.source
        answers = item.answers.answers
        key = next(nth for nth, it in enumerate(answers) if it.fraction == 100)
        # The stem's line feeds it reads itself, and with them the “n” after two backslashes.
        stem = re.search(r"::(?:\[plain\])?(.*) \{\n", item.source.split("::", 1)[1], re.S)[1]
        texts = [re.sub(r"^\[plain\]", "", it.answer) for it in answers]
        read.append((plain(stem), [plain(text) for text in texts], key))
    for one, other in zip(read, questions, strict=True):
        assert one == shown(other), (one, shown(other))
    says(f"pygiftparser reads our GIFT: {len(read)} questions")


def check_moodle_xml_parser():
    found = parse_string(convert("moodle-xml", json.dumps(QUIZ).encode())[0].decode("utf-8"))
    read = [
        (
            it.text_pre_parse,
            [option.answer for option in it.options],
            next(nth for nth, option in enumerate(it.options) if option.score_fraction == 100),
        )
        for it in (found.get("multichoice") or [])
    ]

    def as_html(text):
        # It takes every text for HTML, whatever its format, and marks of CDATA out of it.
        return html.unescape(text.replace("]]>", ""))

    for one, other in zip(read, QUIZ["questions"], strict=True):
        stem, options, key = shown(other)
        assert one == (as_html(stem), [as_html(it) for it in options], key), (one, other)
    says(f"moodle-xml-parser reads our Moodle XML: {len(read)} questions")


def check_moodle_questions():
    quiz = Quiz()
    asked = MultipleChoiceQuestion(name="Big", question_text="Which is <b>big</b> & tall?", default_mark=1)
    asked.add_answer(100, "The tower", "Yes.")
    asked.add_answer(0, "The shed", "")
    quiz.add_question(asked)
    file = HOME / "moodle-questions.xml"
    quiz.save(str(file))
    read, told = document(file.read_bytes())
    assert [shown(it) for it in read["questions"]] == [
        ("Which is big & tall?", ["The tower", "The shed"], 0),
    ], read
    says("what moodle-questions writes is read", told)


def check_text2qti():
    text = (
        "Quiz title: Rocks\n\n1. Is *granite* hard?\n... It is.\n*a) Yes\nb) No\n... Try it.\n\n"
        "2. Which are stones?\n[*] Chalk\n[*] Flint\n[ ] Milk\n\n3. Sum?\n=   5\n\n4. Tell.\n____\n"
    )
    (HOME / "rocks.txt").write_text(text, "utf-8")
    subprocess.run([HOME / "bin" / "text2qti", "rocks.txt"], cwd=HOME, check=True, capture_output=True)
    read, told = document((HOME / "rocks.zip").read_bytes(), wanted=1)
    assert read["title"] == "Rocks" and len(read["questions"]) == 1, read
    question = read["questions"][0]
    assert shown(question) == ("Is granite hard?", ["Yes", "No"], 0), question
    assert "It is." in question["explanation"] and "Try it." in question["explanation"]
    assert told.count("left out") == 3, told
    says("what text2qti writes is read, but for other kinds of questions", told)


def check_qti_package_maker():
    rows = [
        "MC\tWhat is <b>2</b>+2?\t3\tIncorrect\t4\tCorrect\t5\tIncorrect",
        "MA\tWhich are even?\t2\tCorrect\t4\tCorrect\t5\tIncorrect",
        "FIB\tThe sky is?\tblue",
    ]
    (HOME / "bbq-sums-questions.txt").write_text("\n".join(rows) + "\n", "utf-8")
    tool = [HOME / "bin" / "python", HOME / "bin" / "bbq_converter.py", "-i", "bbq-sums-questions.txt", "--allow-mixed"]
    formats = ["-f", "blackboard_qti_v2_1", "-f", "canvas_qti_v1_2"]
    subprocess.run(tool + formats, cwd=HOME, check=True, capture_output=True)
    for name in ["qti21-sums.zip", "qti12-sums.zip"]:
        read, told = document((HOME / name).read_bytes(), wanted=1)
        assert [shown(it) for it in read["questions"]] == [("What is 2+2?", ["3", "4", "5"], 1)], read
        assert told.count("left out") == 2, told
        says(f"what qti-package-maker writes is read: {name}", told)


def check_samples():
    """Test data of packages: all that is in a format of quizzes is read, and nothing breaks."""
    folder = HOME / "samples"
    folder.mkdir(exist_ok=True)
    pip = [HOME / "bin" / "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    pip += ["--no-binary", ":all:", "--no-build-isolation", "-d", folder]
    for package in ["amc2moodle==2.12.1", "moodle-tools==1.1.0", "qti-package-maker==26.7.14"]:
        if not (folder / package).exists():
            done = subprocess.run(pip + [package], capture_output=True)
            if done.returncode == 0:
                (folder / package).touch()
    files = []
    for archive in sorted(folder.glob("*.tar.gz")):
        with tarfile.open(archive) as packed:
            for member in packed.getmembers():
                if member.isfile() and re.search(r"\.(gift|xml|zip|txt)$", member.name):
                    files.append((member.name, packed.extractfile(member).read()))
    kinds, read = {}, 0
    for name, data in files:
        done = subprocess.run([READBACK, "convert", "--to", "json"], input=data, capture_output=True, timeout=20)
        told = done.stderr.decode("utf-8")
        assert done.returncode in (0, 1, 2), (name, told)
        assert "panicked" not in told, (name, told)
        if done.returncode == 2:
            print(f"    {name}: {told.strip()[:140]}")
            continue
        read += 1
        for why in re.findall(r"left out: .*: (.*)", told):
            kinds[why] = kinds.get(why, 0) + 1
    says(f"{read} of {len(files)} files of packages are read; left out of them:")
    for why, count in sorted(kinds.items(), key=lambda it: -it[1]):
        print(f"    {count:4} {why}")


for check in [
    check_pygiftparser,
    check_moodle_xml_parser,
    check_moodle_questions,
    check_text2qti,
    check_qti_package_maker,
    check_samples,
]:
    check()
print("Formats agree.")
