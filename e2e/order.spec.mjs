// What a screen reader reads, in the order of the accessibility tree, is what the eye meets in its order.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { button, check, choose, draw, goOn, heading, open, play, start } from "./support/quiz.mjs";
import { expect, test } from "./support/test.mjs";

const ARTICLE = await readFile(fileURLToPath(new URL("../tests/articles/local.txt", import.meta.url)), "utf8");
/** What says nothing inside of it. */
const ALONE = new Set(["StaticText", "checkbox", "radio", "textbox", "searchbox", "spinbutton", "combobox", "image"]);

/** What the tree says, leaf by leaf, with the boxes of its first and last line; `null` where it is not to be seen. */
async function read(page, client) {
  const { nodes } = await client.send("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const leaves = [];
  const visit = (node) => {
    const isAlone = ALONE.has(node.role?.value);
    if (isAlone && !node.ignored && node.backendDOMNodeId) leaves.push(node);
    if (!isAlone) node.childIds.map((id) => byId.get(id)).forEach((child) => child && visit(child));
  };
  visit(nodes[0]);
  const objects = await Promise.all(
    leaves.map(({ backendDOMNodeId }) => client.send("DOM.resolveNode", { backendNodeId: backendDOMNodeId })),
  );
  const { result } = await client.send("Runtime.callFunctionOn", {
    objectId: objects[0].object.objectId,
    functionDeclaration: `${boxes}`,
    arguments: objects.map(({ object }) => ({ objectId: object.objectId })),
    returnByValue: true,
  });
  return leaves.map(({ role, name }, nth) => ({ said: `${role.value} “${name?.value.slice(0, 50)}”`, box: result.value[nth] }));
}

/** The first and the last line of each node; runs in the page. */
function boxes(...nodes) {
  return nodes.map((node) => {
    const range = document.createRange();
    range.selectNode(node);
    const lines = node.nodeType === Node.TEXT_NODE ? range.getClientRects() : node.getClientRects();
    // What is for a screen reader alone is in a box of a pixel, or far away.
    const around = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).getBoundingClientRect();
    const isHidden = around.width <= 1 || around.height <= 1;
    const seen = isHidden ? [] : [...lines].filter(({ right, bottom }) => right > 0 && bottom > 0);
    const plain = ({ left, right, top, bottom }) => ({ left, right, top, bottom });
    return seen.length > 0 ? { first: plain(seen[0]), last: plain(seen.at(-1)) } : null;
  });
}

/** Whether the eye meets `one` before `other`: it is higher, or to the left of it, as columns are. */
const isBefore = (one, other) => one.right <= other.left + 1 || one.top < other.top || (one.top === other.top && one.left <= other.left);

for (const width of [1280, 320]) {
  test(`what is read is what is seen, in its order, ${width} pixels wide`, async ({ page, context }) => {
    test.slow();
    // So high that nothing has to stick to an edge.
    await page.setViewportSize({ width, height: 30_000 });
    await page.emulateMedia({ reducedMotion: "reduce" });
    const client = await context.newCDPSession(page);
    const look = async (screen, landmark) => {
      await expect(landmark).toBeVisible();
      const seen = (await read(page, client)).filter(({ box }) => box !== null);
      expect(seen.length, screen).toBeGreaterThan(5);
      const wrong = seen.slice(1).flatMap(({ said, box }, nth) => (isBefore(seen[nth].box.last, box.first) ? [] : [`${seen[nth].said}, then ${said}`]));
      expect.soft(wrong, screen).toEqual([]);
    };
    await open(page);
    await look("cover", button(page, "Start quiz"));
    await page.getByText("Options", { exact: true }).click();
    await look("cover with its options", page.getByRole("radio", { name: "Feedback at the end" }));
    await start(page, draw(71, 3));
    await look("question", button(page, "Check answer"));
    await choose(page, 0);
    await check(page);
    await look("checked question", button(page, "Next question"));
    await goOn(page);
    await play(page);
    await look("results", heading(page, "Your score"));
    await open(page, "#/settings");
    await look("settings", heading(page, "Settings"));
    await open(page, "#/make");
    await page.getByRole("textbox", { name: "Article text" }).fill(ARTICLE);
    await look("an article", button(page, "Make quiz"));
    await button(page, "Make quiz").click();
    await look("a draft", page.getByRole("heading", { level: 2, name: /^\d+ questions? from \d+ sentences?$/ }));
    await open(page, "#/library");
    await look("library", button(page, "Edit a copy").or(page.getByRole("button", { name: /^Edit a copy/ })).first());
  });
}
