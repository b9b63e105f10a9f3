import Grading
import Testing

@Suite("What a regrading changes")
struct ReportChangeTests {
  private static func report(
    _ outputs: [(name: String, earned: Ratio, points: Ratio)], passMark: Ratio = 60,
    digest: String = "d"
  ) -> Report {
    Report(
      subject: .init(id: "toy", title: "Toy", digest: digest),
      handIn: HandIn(name: "ada", receipt: "r"),
      parts: [
        PartResult(
          id: "toy", title: "Toy",
          outputs: outputs.map {
            OutputResult(
              name: $0.name, points: $0.points, earned: $0.earned,
              verdict: $0.earned == $0.points ? .passed : .failed)
          }, findings: [])
      ], passMark: passMark, instrument: .init(kit: nil, toolchain: nil))
  }

  @Test("A report compared with itself changes nothing")
  func same() {
    let report = Self.report([("a", 3, 3), ("b", 0, 4)])
    let change = ReportChange(from: report, to: report)
    #expect(change.outputs.isEmpty && !change.isLowered && !change.isRaised)
  }

  @Test("Losing points, percentage or the pass lowers; nothing else does")
  func lowered() {
    let before = Self.report([("a", 6, 10)])
    for (after, isLowered, isRaised) in [
      (Self.report([("a", 5, 10)]), true, false),
      (Self.report([("a", 7, 10)]), false, true),
      // More points of more, and a lower percentage; fewer points of fewer, and a higher one.
      (Self.report([("a", 7, 20)]), true, false), (Self.report([("a", 5, 5)]), true, false),
      (Self.report([("a", 6, 10)], passMark: 61), true, false),
      (Self.report([("a", 6, 10)], passMark: 50), false, false),
      (Self.report([("a", Ratio(601, 100), 10)]), false, true),
      (Self.report([("a", Ratio(599, 100), 10)]), true, false),
    ] {
      let change = ReportChange(from: before, to: after)
      #expect(change.isLowered == isLowered && change.isRaised == isRaised, "\(after.earned)")
      let back = ReportChange(from: after, to: before)
      #expect(!(change.isRaised && back.isRaised), "both ways cannot be gains")
      #expect(!(change.isRaised && !back.isLowered), "a gain taken back is a loss")
    }
  }

  @Test("Outputs that changed, that are new and that are gone are told; the others are not")
  func outputs() {
    let change = ReportChange(
      from: Self.report([("same", 1, 1), ("gone", 1, 1), ("worth", 1, 1)]),
      to: Self.report([("new", 1, 1), ("same", 1, 1), ("worth", 2, 2)]))
    #expect(change.outputs.map(\.name) == ["toy.new", "toy.worth", "toy.gone"])
    #expect(change.outputs[0].before == nil && change.outputs[2].after == nil)
  }

  @Test("Every cause is told, and what no other explains is the judgement's")
  func causes() {
    let before = Self.report([("a", 1, 2)])
    let other = Self.report([("a", 2, 2)])
    #expect(ReportChange(from: before, to: other).causes == [.judgement])
    #expect(
      ReportChange(from: before, to: Self.report([("a", 2, 2)], digest: "e")).causes == [.scheme])
    #expect(
      ReportChange(from: before, to: Self.report([("a", 1, 2)], passMark: 50)).causes
        == [.passMark(before: 60, after: 50)])
    #expect(
      ReportChange(from: before, to: before, askedAnew: ["toy/a"]).causes
        == [.newQuestions(["toy/a"])])
  }
}
