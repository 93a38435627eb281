// The peers, in a worker: each reads a text as its users would, and says how many tokens it has.
import compromise from "compromise";
import winkNLP from "wink-nlp";
import model from "wink-eng-lite-web-model";

const readers = {
  wink() {
    const nlp = winkNLP(model);
    return (text) => nlp.readDoc(text).tokens().length();
  },
  compromise() {
    return (text) => {
      const doc = compromise(text);
      const names = [doc.people(), doc.places(), doc.organizations()];
      names.forEach((found) => found.out("array"));
      return doc.terms().length;
    };
  },
};

const read = readers[new URL(self.location.href).searchParams.get("tool")]();
self.onmessage = ({ data }) => self.postMessage(read(data));
self.postMessage("ready");
