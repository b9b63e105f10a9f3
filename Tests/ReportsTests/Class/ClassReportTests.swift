import Grading
import Testing

@Suite("Class report")
struct ClassReportTests {
  /// A report of one part that earned so many of ten points.
  private func report(_ name: String, _ earned: Int, diagnosis: Diagnosis? = nil) -> Report {
    let finding = OutputFinding(
      "out", verdict: earned == 10 ? .passed : .failed, credit: Ratio(earned, 10),
      diagnosis: diagnosis)
    return Samples.report(
      HandIn(name: name, receipt: Samples.receipt),
      [
        Samples.part(
          "part", "Part", [("out", 10)], [Finding(check: "part/values", outputs: [finding])])
      ])
  }

  @Test("The order in which reports come does not matter")
  func order() {
    let reports = ["b", "a", "c"].map { report($0, 5) }
    let sorted = ClassReport(entries: reports, passMark: 60)
    #expect(sorted.entries.map(\.handIn.name) == ["a", "b", "c"])
    #expect(sorted == ClassReport(entries: reports.reversed(), passMark: 60))
  }

  @Test(
    "Mean and median are exact",
    arguments: [
      ([], nil, nil), ([4], 40, 40), ([0, 10], 50, 50), ([0, 1, 10], Ratio(110, 3), 10),
      ([10, 0, 5, 7], 55, 60),
    ] as [([Int], Ratio?, Ratio?)])
  func averages(earned: [Int], mean: Ratio?, median: Ratio?) {
    let whole = ClassReport(
      entries: earned.enumerated().map { report("student-\($0.offset)", $0.element) },
      ungraded: [.init(name: "x", reason: "ours")], passMark: 60)
    #expect(whole.meanPercent == mean)
    #expect(whole.medianPercent == median)
    #expect(whole.passed == earned.count { $0 >= 6 })
  }

  @Test("What two students got wrong is taught again, the most frequent first")
  func lessons() {
    let rare = Diagnosis(id: "Z1", looksLike: "rare", why: "", place: "")
    let whole = ClassReport(
      entries: [
        report("a", 0, diagnosis: Samples.gateAtZero),
        report("b", 0, diagnosis: Samples.meanGradients),
        report("c", 5, diagnosis: Samples.gateAtZero),
        report("d", 0, diagnosis: Samples.gateAtZero),
        report("e", 0, diagnosis: Samples.meanGradients),
        report("f", 0, diagnosis: rare),
        // Full credit for another convention is no mistake.
        report("g", 10, diagnosis: rare),
      ], passMark: 60)
    #expect(whole.teachAgain.map(\.diagnosis.id) == ["RB2", "AB4"])
    #expect(whole.teachAgain.map(\.students) == [3, 2])
  }

  @Test("Different mistakes that were recognised in the same way are different lessons")
  func lessonsOfOneKind() {
    let sentences = ["your v' is gradW", "your w' is 0.999·w", "your w' is 0.999·w"]
    let whole = ClassReport(
      entries: sentences.enumerated().map { index, sentence in
        report(
          "student-\(index)", 0,
          diagnosis: Diagnosis(id: "terms", looksLike: sentence, why: "", place: "")
        )
      }, passMark: 60)
    #expect(whole.teachAgain.map(\.diagnosis.looksLike) == ["your w' is 0.999·w"])
    #expect(whole.teachAgain.map(\.students) == [2])
  }

  @Test("A student counts once, however many outputs show the mistake")
  func lessonCountsStudents() {
    #expect(ClassReport(entries: [Samples.mixed], passMark: 60).teachAgain.isEmpty)
  }

  @Test("Whom to look at, and why")
  func attention() {
    let whole = ClassReport(
      entries: [
        report("fine", 10), report("recognised", 0, diagnosis: Samples.meanGradients),
        report("unrecognised", 0), Samples.broken, Samples.mixed, Samples.misbehaving,
      ], passMark: 60)
    let attention = Dictionary(
      uniqueKeysWithValues: whole.needsYourEyes.map { ($0.name, $0.reasons) })
    #expect(
      Set(attention.keys) == [
        "unrecognised", "does-not-compile", "mean-gradients", "every-silence",
      ])
    #expect(attention["unrecognised"] == [.unrecognised(outputs: ["part.out"])])
    #expect(attention["does-not-compile"] == [.notRunnable(.compileError)])
    // gradB is wrong in a second check too, but its mistake is known.
    #expect(
      attention["mean-gradients"] == [
        .unrecognised(outputs: ["loss.loss"]), .setAside(files: ["Extra.swift"]),
        .missing(methods: ["reluForward(z:)", "sandwich(x:w:b:)"]),
      ])
    #expect(
      attention["every-silence"]?.contains(
        .misbehaved(.crashed, checks: ["part-2/values", "part-3/values"])) == true)
  }
}
