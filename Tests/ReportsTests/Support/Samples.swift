import Coursework
import Grading
import Reports

// Reports built by hand: nothing here is graded, so that expected texts do not depend on a grader.

enum Samples {
  static let subject = Report.Subject(
    id: "affine-relu", title: "Affine and ReLU, forward and backward",
    digest: "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0")
  static let instrument = Report.Instrument(
    kit: "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00",
    toolchain: "Apple Swift version 6.3.1")
  static let receipt = "a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90"

  /// Expected values look like this, so that a test can look for them where they must not be.
  static let secret = "777.25"

  static func report(
    _ handIn: HandIn, _ parts: [PartResult], passMark: Ratio = 60
  ) -> Report {
    Report(
      subject: subject, handIn: handIn, parts: parts, passMark: passMark, instrument: instrument)
  }

  static func part(
    _ id: String, _ title: String, _ outputs: [(name: String, points: Ratio)],
    _ findings: [Finding]
  ) -> PartResult {
    PartResult(
      part: Part(
        id: id, title: title, outputs: outputs.map { Output($0.name, points: $0.points) },
        checks: []),
      findings: findings)
  }

  static func evidence(
    _ error: Double, wrong: Int = 0, of count: Int = 36, first: Evidence.Mismatch? = nil
  ) -> Evidence {
    Evidence(worstError: error, limit: 1e-9, mismatched: wrong, count: count, first: first)
  }

  static func passed(_ output: String, error: Double = 0) -> OutputFinding {
    OutputFinding(output, verdict: .passed, credit: .one, evidence: evidence(error))
  }

  static func wrong(
    _ output: String, index: [Int] = [0, 2], diagnosis: Diagnosis? = nil, triage: Triage? = nil,
    counterexample: Counterexample? = nil
  ) -> OutputFinding {
    var finding = OutputFinding(
      output, verdict: .failed, credit: .zero,
      evidence: evidence(
        0.754, wrong: 12, first: .init(index: index, got: "1.25", expected: secret)),
      diagnosis: diagnosis,
      nearest: Nearest(id: diagnosis?.id ?? "AB16", distance: diagnosis == nil ? 0.375 : 0),
      counterexample: counterexample)
    finding.triage = triage
    return finding
  }
}

// MARK: - Mistakes and conventions

extension Samples {
  static let meanGradients = Diagnosis(
    id: "AB4",
    looksLike: "your gradW and gradB are means over the batch; they must be sums",
    why: "the gradient that arrives from above already contains the 1/N of the loss, so that "
      + "dividing by N once more makes every step N times too small",
    place: "affineBackward, the lines that compute gradW and gradB")
  static let gateAtZero = Diagnosis(
    id: "RB2",
    looksLike: "your gate lets the gradient through where z is 0; the handout closes it there",
    why: "at 0 both are subgradients, and the handout chose 0",
    place: "reluBackward, the comparison with 0")
}

extension Samples {
  static let smallLoss = Counterexample(
    of: Question(
      "loss", ["x": .tensor([[2, -1]]), "b": .tensor([0.125]), "mode": .text("train")]),
    index: [], got: -1.0 / 3, expected: 1.125, derivation: "= 2·1 + (−1)·1 + 0.125 = 1.125")
  static let derivativeAlone = Triage(
    forwardIsRight: true, gradientIsRight: false, isConsistent: false, of: .forwardPass)
}

// MARK: - Whole reports

extension Samples {
  /// Full marks.
  static let full = report(
    HandIn(name: "full-marks", receipt: receipt),
    [
      part(
        "affine-forward", "Affine forward", [("y", 10)],
        [Finding(check: "affine-forward/values", outputs: [passed("y", error: 2.2e-16)])]),
      part(
        "relu-forward", "ReLU forward", [("h", 5)],
        [
          Finding(
            check: "relu-forward/values", outputs: [passed("h")],
            notes: [.changesInputs(question: "reluForward", ["z"])])
        ]),
    ])

  /// Wrong in ways that are recognised and ways that are not, with files and methods astray.
  static let mixed = report(
    HandIn(
      name: "mean-gradients", receipt: receipt,
      diagnostics: [
        .init(
          file: "Extra.swift", line: 12, column: 5, message: "cannot find 'softmax' in scope")
      ],
      setAside: [.init(file: "Extra.swift", reason: "it does not compile")],
      missing: [
        .init(expected: "reluForward(z:)", found: "ReLUForward(z:)"),
        .init(expected: "sandwich(x:w:b:)", found: nil),
      ]),
    [
      part(
        "affine-forward", "Affine forward", [("y", 10)],
        [Finding(check: "affine-forward/values", outputs: [passed("y", error: 2.2e-16)])]),
      part(
        "affine-backward", "Affine backward", [("gradH", 3), ("gradW", 4), ("gradB", 3)],
        [
          Finding(
            check: "affine-backward/values",
            outputs: [
              passed("gradH"), wrong("gradW", diagnosis: meanGradients, triage: derivativeAlone),
              wrong("gradB", index: [0], diagnosis: meanGradients, triage: derivativeAlone),
            ]),
          Finding(
            check: "affine-backward/shapes",
            outputs: [
              OutputFinding(
                "gradB", verdict: .failed, credit: .zero,
                problem: "wrong shape: got (1, 4), expected (4,)")
            ]),
        ]),
      part(
        "relu-backward", "ReLU backward", [("gradZ", Ratio(15, 2))],
        [
          Finding(
            check: "relu-backward/values",
            outputs: [
              OutputFinding(
                "gradZ", verdict: .accepted, credit: Ratio(1, 2),
                evidence: evidence(1, wrong: 3, first: .init(index: [4], got: "1", expected: "0")),
                diagnosis: gateAtZero)
            ])
        ]),
      part(
        "relu-forward", "ReLU forward", [("h", 5)],
        [Finding(check: "relu-forward/values", outputs: ["h"], silence: .notImplemented)]),
      part(
        "loss", "Loss of the sandwich", [("loss", 2), ("scores", 1)],
        [
          Finding(
            check: "loss/values",
            outputs: [
              wrong("loss", index: [], counterexample: smallLoss), passed("scores"),
            ])
        ]),
    ])

  /// Nothing could be run.
  static let broken = report(
    HandIn(
      name: "does-not-compile", receipt: receipt, status: .compileError,
      diagnostics: [
        .init(
          file: "Submission.swift", line: 7, column: 9,
          message: "type 'Submission' does not conform to protocol 'AffineReLU'"),
        .init(file: "Submission.swift", line: 31, column: 1, message: "expected '}' in struct"),
      ]),
    [
      part("affine-forward", "Affine forward", [("y", 10)], []),
      part("affine-backward", "Affine backward", [("gradH", 3), ("gradW", 4), ("gradB", 3)], []),
    ])

  /// Code that does not compile, beside an answer sheet that was judged.
  static let brokenBesideSheet = report(
    HandIn(name: "sheet-and-broken-code", receipt: receipt, status: .compileError),
    [
      part(
        "by-hand", "By hand", [("x1", 2), ("x2", 3)],
        [
          Finding(
            check: "by-hand/sheet",
            outputs: [
              passed("x1"), OutputFinding("x2", verdict: .notImplemented, credit: .zero),
            ])
        ]),
      part(
        "forward", "Forward", [("y", 5)],
        [
          Finding(
            check: "forward/values", outputs: ["y"],
            silence: .skipped("the submission does not compile"))
        ]),
      part(
        "backward", "Backward", [("gradX", 5)],
        [Finding(check: "backward/values", outputs: ["gradX"], silence: .notImplemented)]),
    ])

  /// Every way in which code can misbehave, a part each.
  static let misbehaving = report(
    HandIn(name: "every-silence", receipt: receipt),
    silences.enumerated().map { index, silence in
      part(
        "part-\(index)", "Part \(index)", [("left", 1), ("right", 1)],
        [Finding(check: "part-\(index)/values", outputs: ["left", "right"], silence: silence)])
    } + [
      part(
        "after", "After all that", [("sum", 1)],
        [
          Finding(
            check: "after/values",
            outputs: [OutputFinding("sum", verdict: .skipped, credit: .zero)])
        ])
    ])

  static let silences: [Silence] = [
    .notImplemented, .threw("ShapeError(expected: [3, 4])\nin affineBackward"),
    .crashed(signal: 5, words: "Index out of range"), .crashed(signal: 11, words: nil),
    .timedOut(limit: 10), .memoryExceeded(limit: 512), .outputExceeded(limit: 1),
    .exitedEarly(status: 3), .protocolError("the frame's length is negative"),
  ]

  static let rejected = report(
    HandIn(
      name: "refused", receipt: receipt, status: .rejectedSource("it is larger than 1 MB")),
    [part("affine-forward", "Affine forward", [("y", 10)], [])])

  /// A sheet with the student's own numbers.
  static let ofVariant = Report(
    subject: .init(
      id: "backprop-2-2-1", title: "Backpropagation", digest: subject.digest, variant: "3f9a1c"),
    handIn: HandIn(name: "own-numbers", receipt: receipt), parts: full.parts, passMark: 60,
    instrument: instrument)

  static let all = [full, mixed, broken, misbehaving, rejected, hostile, hostileStatus]

  /// The samples by name, so that a failing test says which one it was.
  static let named = [
    "full": full, "mixed": mixed, "broken": broken, "misbehaving": misbehaving,
    "rejected": rejected, "hostile": hostile, "hostile-status": hostileStatus,
  ]
  static let names = named.keys.sorted()
}

// MARK: - A class and a run

extension Samples {
  /// A second student with the same mistake, which makes it one to teach again.
  static let mixedAgain = report(
    HandIn(name: "mean-gradients-too", receipt: receipt), mixed.parts)

  static let wholeClass = ClassReport(
    entries: all + [mixedAgain],
    ungraded: [.init(name: "late", reason: "the disk was full")], passMark: 60)

  /// The same without the second of two submissions of one name, as a folder would have it.
  static let distinctClass = ClassReport(
    entries: all.filter { $0.handIn.name != attack } + [hostile],
    ungraded: wholeClass.ungraded, passMark: 60)

  static let run = RunRecord(
    version: "1.0.0", options: ["grade", "submissions", "--jobs", "2"],
    started: "2026-03-01T10:00:00Z", duration: 12.5, isolation: "landlock",
    toolchain: "Apple Swift version 6.3.1", machine: "x86_64 Linux", jobs: 2, isClass: true,
    submissions: ["ada", "grace"], ungraded: wholeClass.ungraded)
}

// MARK: - Hostile texts

extension Samples {
  /// What a submission may try in every text that it has a hand in.
  static let attack =
    "::error::pwned\n##[group]x\r\n\u{1B}[2J\u{1B}]0;title\u{07}\u{0}\u{9B}31m\u{7F}\t"
    + "\u{202E}gnp\u{2066}\u{2069}\u{200F}\u{2028}\u{2029}\u{FEFF}\u{FFFE}"
    + "]]></failure>&amp;<x a=\"'\">=cmd|'/C calc'!A0,\"quoted\"\u{85}"

  static let hostile = report(
    HandIn(
      name: attack, receipt: attack,
      diagnostics: [.init(file: attack, line: 1, column: 2, message: attack)],
      setAside: [.init(file: attack, reason: attack)],
      missing: [.init(expected: attack, found: attack)]),
    [
      part(
        "affine-forward", "Affine forward", [("y", 10), ("z", 10), ("h", 10)],
        [
          Finding(check: "affine-forward/values", outputs: ["y"], silence: .threw(attack)),
          Finding(
            check: "affine-forward/more", outputs: ["z"],
            silence: .crashed(signal: 6, words: attack)),
          Finding(
            check: "affine-forward/most",
            outputs: [
              OutputFinding(
                "h", verdict: .failed, credit: .zero, problem: attack,
                evidence: evidence(
                  .nan, wrong: 1, first: .init(index: [0], got: attack, expected: attack)))
            ]),
        ]),
      part(
        "affine-backward", "Affine backward", [("gradH", 3)],
        [
          Finding(
            check: "affine-backward/values", outputs: ["gradH"], silence: .protocolError(attack))
        ]),
    ])

  static let hostileStatus = report(
    HandIn(name: attack, receipt: attack, status: .rejectedSource(attack)), [])
}
