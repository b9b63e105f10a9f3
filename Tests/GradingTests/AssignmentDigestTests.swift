import Coursework
import Grading
import NumericChecks
import Testing

@Suite("The digest of a scheme")
struct AssignmentDigestTests {
  private func scheme(
    id: String = "toy", title: String = "Multiples", partTitle: String = "Toy",
    partID: String = "toy", points: Ratio = 3, output: String = "double", check: String = "toy/a",
    judging: [String] = ["double"], credit: [String: Ratio] = [:], question: String = "multiples",
    input: String = "a", value: Value = .number(1), count: Int = 2
  ) -> Assignment {
    let questions = [Question](repeating: Question(question, [input: value]), count: count)
    let check = Check.agrees(check, judging: judging) { _ in questions }
    let part = Part(
      id: partID, title: partTitle, outputs: [Output(output, points: points)], checks: [check],
      conventionCredit: credit)
    return Assignment(
      id: id, title: title, contract: "Toy", reference: Toy.right, parts: [part],
      misconceptions: [])
  }

  @Test("Whatever is asked, and whatever it is worth, changes it")
  func changes() {
    let variants = [
      scheme(), scheme(id: "toys"), scheme(partID: "toy2"), scheme(points: 4),
      scheme(points: Ratio(7, 2)), scheme(output: "triple"), scheme(check: "toy/b"),
      scheme(judging: ["triple"]), scheme(judging: ["double", "triple"]),
      scheme(credit: ["C": 1]), scheme(credit: ["C": 0]), scheme(credit: ["D": 1]),
      scheme(question: "other"), scheme(input: "b"), scheme(value: .number(-1)),
      scheme(value: .number(1.0.nextUp)), scheme(value: .number(0)), scheme(value: .number(-0.0)),
      scheme(value: .tensor([1])), scheme(value: .text("1")), scheme(count: 1), scheme(count: 3),
    ]
    let digests = Set(variants.map { $0.digest(seed: .public).hex })
    #expect(digests.count == variants.count)
  }

  @Test("How near an answer must come changes it, and the defaults written out do not")
  func tolerances() {
    func digest(_ tolerance: Tolerance? = nil) -> String {
      let check = Check.agrees("toy/a", judging: ["double"], tolerance: tolerance) { _ in
        [Toy.question]
      }
      return Toy.assignment([Toy.part(checks: [check])]).digest(seed: .public).hex
    }
    let variants = [
      digest(), digest(.standard), digest(.init(limit: 1e-6)), digest(.init(limit: 1e-6.nextUp)),
      digest(.init(floor: .absolute(1e-3))), digest(.init(floor: .fractionOfLargest(0.25))),
    ]
    #expect(Set(variants).count == variants.count)
    #expect(digest(nil) == digest())
  }

  @Test("Titles do not, nor does the order of a dictionary")
  func titles() {
    let digest = scheme().digest(seed: .public)
    #expect(scheme(title: "Another").digest(seed: .public) == digest)
    #expect(scheme(partTitle: "Another").digest(seed: .public) == digest)
    let credit: [String: Ratio] = ["A": 1, "B": 0, "C": Ratio(1, 2), "D": 1]
    let reversed = Dictionary(uniqueKeysWithValues: credit.sorted { $0.key > $1.key })
    #expect(
      scheme(credit: credit).digest(seed: .public) == scheme(credit: reversed).digest(seed: .public)
    )
  }

  @Test("The seed changes it where inputs are drawn, and only there")
  func seed() {
    let drawn = Toy.assignment()
    #expect(drawn.digest(seed: .public) == drawn.digest(seed: .public))
    #expect(drawn.digest(seed: .public) != drawn.digest(seed: Seed("secret")))
    #expect(scheme().digest(seed: .public) == scheme().digest(seed: Seed("secret")))
  }

  @Test("The order of parts and of checks changes it")
  func order() {
    let parts = ["one", "two"].map { Toy.part($0, checks: [Toy.check($0 + "/values")]) }
    let checks = ["toy/a", "toy/b"].map { Toy.check($0) }
    #expect(
      Toy.assignment(parts).digest(seed: .public)
        != Toy.assignment(parts.reversed()).digest(seed: .public))
    #expect(
      Toy.assignment([Toy.part(checks: checks)]).digest(seed: .public)
        != Toy.assignment([Toy.part(checks: checks.reversed())]).digest(seed: .public))
  }
}
