import Coursework
import Digests

extension Assignment {
  /// What this scheme asks and what it is worth: its values and the bytes of every question.
  ///
  /// Two reports with the same digest were graded by the same questions, tolerances and points. The
  /// seed itself cannot be read from it.
  package func digest(seed: Seed) -> Digest {
    var hash = SHA256()
    func add(_ text: String) { hash.update([UInt8]((text + "\n").utf8)) }
    add("gradecheck scheme 1 \(id) \(contract)")
    if let variant { add("variant \(variant)") }
    for chosen in chosenConventions {
      add("chosen \(chosen.id)")
      for other in conventions where other.matter == chosen.matter {
        add("convention \(other.id) \(exact(other.credit))")
      }
    }
    for part in parts {
      add("part \(part.id)")
      for output in part.outputs { add("output \(output.name) \(exact(output.points))") }
      for (id, credit) in part.conventionCredit.sorted(by: { $0.key < $1.key }) {
        add("convention \(id) \(exact(credit))")
      }
      for check in part.checks {
        add("check \(check.id) \(check.outputs.joined(separator: " "))")
        if let rule = check.rule { add("rule \(rule)") }
        for question in check.questions(seed) {
          hash.update(Message.question(question, nonce: "").frame.bytes)
        }
      }
    }
    return hash.finalize()
  }

  private func exact(_ ratio: Ratio) -> String { "\(ratio.numerator)/\(ratio.denominator)" }
}
