import Grading
import Reports
import Testing

@Suite("Text report")
struct TextReportTests {
  @Test("The first word is PASS or FAIL, as the points say", arguments: Samples.names)
  func firstWord(sample: String) throws {
    let report = try #require(Samples.named[sample])
    let text = ReportFormat.text.render(report)
    #expect(text.prefix(4) == (report.isPass ? "PASS" : "FAIL"))
  }

  @Test("Colour adds escape sequences and changes no word", arguments: Samples.names)
  func colorIsOnlyColor(sample: String) throws {
    let report = try #require(Samples.named[sample])
    let colored = ReportFormat.text.render(report, Style(color: true))
    #expect(colored.contains("\u{1B}["))
    #expect(colored.replacing(/\u{1B}\[[0-9]+m/, with: "") == ReportFormat.text.render(report))
  }

  @Test("No line is wider than 100 columns or ends in a space", arguments: Samples.names)
  func width(sample: String) throws {
    for line in ReportFormat.text.render(try #require(Samples.named[sample])).split(separator: "\n")
    {
      #expect(line.count <= 100)
      #expect(line.last != " ")
    }
  }

  @Test("A method of another type is told the type that the contract asks for")
  func typeOfMissingMethod() {
    let handIn = HandIn(
      name: "typed", receipt: Samples.receipt,
      missing: [.init(expected: "relu(z:)", found: "relu(z:)", type: "(Tensor) throws -> Tensor")])
    let text = ReportFormat.text.render(Samples.report(handIn, []))
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("it must be `(Tensor) throws -> Tensor`"))
  }

  @Test("A cause that several outputs share is explained once")
  func sharedCause() {
    let text = ReportFormat.text.render(Samples.mixed)
    #expect(text.split(separator: Samples.meanGradients.looksLike).count == 2)
    #expect(text.contains("Same cause as gradW\n"))
  }

  @Test("A cause that another part showed already names that part")
  func causeOfAnotherPart() {
    let parts = ["first", "second"].map { id in
      Samples.part(
        id, "The \(id) part", [("out", 1)],
        [
          Finding(
            check: "\(id)/values",
            outputs: [Samples.wrong("out", diagnosis: Samples.meanGradients)])
        ])
    }
    let text = ReportFormat.text.render(
      Samples.report(HandIn(name: "twice", receipt: Samples.receipt), parts))
    #expect(text.contains("Same cause as out in The first part\n"))
  }

  @Test(
    "Numbers have two significant digits",
    arguments: [
      (0.0, "0"), (1, "1"), (0.754, "0.75"), (0.999, "1"), (1234, "1.2e3"), (1e-9, "1e-9"),
      (2.2204e-16, "2.2e-16"), (6.02e23, "6e23"),
    ])
  func significantDigits(error: Double, words: String) {
    let report = Samples.report(
      HandIn(name: "digits", receipt: Samples.receipt),
      [
        Samples.part(
          "part", "Part", [("out", 1)],
          [Finding(check: "part/values", outputs: [Samples.passed("out", error: error)])])
      ])
    #expect(ReportFormat.text.render(report).contains("relative error \(words), limit 1e-9\n"))
  }

  @Test("What is not written yet is a todo without an explanation")
  func todo() {
    let report = Samples.report(
      HandIn(name: "starter", receipt: Samples.receipt),
      [
        Samples.part(
          "part", "Part", [("out", 1)],
          [Finding(check: "part/values", outputs: ["out"], silence: .notImplemented)])
      ])
    let text = ReportFormat.text.render(report)
    #expect(text.contains("Part  0 of 1 points, todo\n  out  0 of 1  todo\n"))
    #expect(!text.contains("Reason:"))
  }

  @Test("A sheet's points stand in the report of code that does not compile")
  func sheetBesideBrokenCode() {
    let text = ReportFormat.text.render(Samples.brokenBesideSheet)
    #expect(text.hasPrefix("FAIL  sheet-and-broken-code: 2 of 15 points"))
    #expect(text.contains("By hand  2 of 5 points\n  x1  2 of 2  passed"))
    #expect(text.contains("Forward  0 of 5 points, not run\nBackward  0 of 5 points, not run\n"))
  }

  @Test("Two checks that find different faults in one output tell both, and the same fault once")
  func differentProblems() {
    func text(_ problems: [String?]) -> String {
      let findings = problems.enumerated().map { index, problem in
        Finding(
          check: "part/\(index)",
          outputs: [OutputFinding("out", verdict: .failed, credit: .zero, problem: problem)])
      }
      return ReportFormat.text.render(
        Samples.report(
          HandIn(name: "faults", receipt: Samples.receipt),
          [Samples.part("part", "Part", [("out", 1)], findings)]))
    }
    let both = text(["wrong shape", "nothing is dropped"])
    #expect(both.contains("  out  0 of 1  wrong  wrong shape\n      In check part/0: wrong\n"))
    #expect(both.contains("      In check part/1: nothing is dropped\n"))
    #expect(!text(["wrong shape", "wrong shape"]).contains("In check"))
    #expect(!text([nil, nil]).contains("In check"))
  }

  @Test("Where one check knows what is wrong, the wrong numbers of another are not told")
  func numbersBesideACause() {
    let outputs = [Samples.wrong("out", diagnosis: Samples.meanGradients), Samples.wrong("out")]
    func text(_ outputs: [OutputFinding]) -> String {
      ReportFormat.text.render(
        Samples.report(
          HandIn(name: "twice", receipt: Samples.receipt),
          [
            Samples.part(
              "part", "Part", [("out", 1)],
              outputs.enumerated().map { Finding(check: "part/\($0)", outputs: [$1]) })
          ]))
    }
    #expect(!text(outputs).contains("In check"))
    #expect(text(outputs).split(separator: "First wrong:").count == 2)
    #expect(text(outputs.reversed()).contains("In check"), "the cause is always told")
  }

  @Test("Gradients of the student's own forward pass say that once, in place of an example")
  func ownForward() {
    let triage = Triage(
      forwardIsRight: false, gradientIsRight: false, isConsistent: true, of: .loss)
    let outputs = ["gradW", "gradB"].map {
      Samples.wrong($0, triage: triage, counterexample: Samples.smallLoss)
    }
    let text = ReportFormat.text.render(
      Samples.report(
        HandIn(name: "own", receipt: Samples.receipt),
        [
          Samples.part(
            "part", "Part", [("gradW", 1), ("gradB", 1)],
            ["part/values", "part/more"].map { Finding(check: $0, outputs: outputs) })
        ]))
    #expect(!text.contains("In check"))
    #expect(text.split(separator: "Looks like: this is the true derivative").count == 2)
    #expect(text.contains("Same cause as gradW\n"))
    #expect(!text.contains("Not recognised") && !text.contains("Besides"))
  }

  @Test("An error above the limit never reads like the limit")
  func nearLimit() {
    for (error, words) in [(1.04e-9, "1.04e-9"), (1.000_04e-9, "1.00004e-9"), (1.1e-9, "1.1e-9")] {
      let report = Samples.report(
        HandIn(name: "near", receipt: Samples.receipt),
        [
          Samples.part(
            "part", "Part", [("out", 1)],
            [
              Finding(
                check: "part/values",
                outputs: [
                  OutputFinding(
                    "out", verdict: .failed, credit: .zero,
                    evidence: Samples.evidence(error, wrong: 1))
                ])
            ])
        ])
      #expect(
        ReportFormat.text.render(report).contains("relative error \(words), limit 1e-9\n"))
    }
  }

  @Test("A thousand diagnostics do not bury the report")
  func manyDiagnostics() {
    let report = Samples.report(
      HandIn(
        name: "many", receipt: Samples.receipt, status: .compileError,
        diagnostics: (1...1000).map {
          .init(file: "Submission.swift", line: $0, column: 1, message: "error")
        }),
      [])
    let text = ReportFormat.text.render(report)
    #expect(text.split(separator: "\n").count < 40)
    #expect(text.contains("  and 980 more\n"))
  }
}
