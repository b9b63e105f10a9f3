import Grading
import PlainText

extension Counterexample {
  /// The example as `report.json` holds it: rounded as it is read, so that every machine agrees.
  var json: JSON {
    .members([
      (
        "inputs",
        .array(
          inputs.map { .members([("name", .string($0.name)), ("value", .string($0.text))]) })
      ),
      ("index", .array(index.map { .integer($0) })),
      ("got", .string(gotText)),
      ("expected", .string(expectedText)),
      ("derivation", .string(derivation)),
    ])
  }
}
