package io.revstream.policy;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;

/** Checks the governance of fields and the benchmarks. */
record FieldLint(Problems problems) {

    void check(SourceNode document) {
        SourceNode fields = document.at("fields");
        for (SourceNode name : fields.keys()) {
            Vocabulary.warnOfSlip(name, "a field", Vocabulary.ATTRIBUTES, problems);
            allowed(fields.at(name.text()), document);
            problems.unlessDistinct(fields.at(name.text(), "sources").items(), "source of a field");
        }
        document.at("benchmarks").items().forEach(this::benchmark);
    }

    private void allowed(SourceNode field, SourceNode document) {
        SourceNode allowed = field.at("allowed");
        if (allowed.text() != null && !allowed.text().equals("any")) {
            problems.unlessKnown(
                    allowed,
                    "any, words, or the name of a list",
                    document.at("lists").values().keySet());
        }
        boolean limited = allowed.isPresent() && !"any".equals(allowed.text());
        String type = field.at("type").text();
        if (limited && type != null && !type.equals("text") && !type.equals("words")) {
            problems.error(allowed, "Expected any for a field of type " + type + ", but found words");
        }
    }

    private void benchmark(SourceNode benchmark) {
        Long least = benchmark.at("least").number();
        Long most = benchmark.at("most").number();
        if (least != null && most != null && least > most) {
            problems.error(benchmark.at("most"), "Expected at least " + least + ", the lower bound, but found " + most);
        }
    }
}
