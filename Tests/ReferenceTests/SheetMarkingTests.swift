import Assignments
import Coursework
import Grading
import Reference
import Testing
import Worksheets

@Suite("Marking hand-computed sheets")
struct SheetMarkingTests {
  /// All values of the 2-2-1 example, right to the digits asked for; published in the course, the
  /// first four lines also in S3's own solution.
  static let right = [
    "z1": "[0.3775, 0.3925]", "x1": "[0.5933, 0.5969]", "z2": "1.1059", "x2": "0.7514",
    "loss": "0.2748", "dW2": "[0.0822, 0.0827]", "db2": "0.1385",
    "dW1": "[[0.000668, 0.00134], [0.000750, 0.00150]]", "db1": "[0.0134, 0.0150]",
  ]

  static func mark(
    _ texts: [String: String], _ assignment: Assignment = .backpropTwoTwoOne
  ) throws -> PartResult {
    let sheet = AnswerSheet(texts.map { "\($0.key) = \($0.value)" }.joined(separator: "\n"))
    // Paper answers the worksheet's question alone.
    let paper = InProcess { question in
      guard question.name == Check.worksheetQuestion else { throw NotImplemented() }
      return sheet.texts.mapValues { .text($0) }
    }
    let parts = try Grader(assignment: assignment, seed: .public).grade(paper)
    return try #require(parts.last)
  }

  static func finding(_ slot: String, _ result: PartResult) throws -> OutputFinding {
    try #require(result.findings.flatMap(\.outputs).first { $0.output == slot })
  }

  // MARK: - Right and blank

  @Test("A right sheet earns all points of its part, and code none")
  func rightSheet() throws {
    let result = try Self.mark(Self.right)
    #expect(result.earned == 16 && result.points == 16)
  }

  @Test(
    "However its numbers are written, a right sheet is right",
    arguments: [
      [("0.0", ".0")], [(", ", "; "), (".", ",")],
      [("0.000668", "6.68·10⁻⁴"), ("0.0822", "8.22 x 10^(-2)"), ("1.1059", "11059/10000")],
    ])
  func writings(changes: [(String, String)]) throws {
    var texts = Self.right.mapValues { text in
      changes.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
    if texts["z2"] == "1,1059" { texts["decimal"] = "comma" }
    #expect(texts != Self.right)
    #expect(try Self.mark(texts).earned == 16)
  }

  @Test("A fraction is exact: what follows from it follows from it alone")
  func fraction() throws {
    // x2 is wrong, and db2 = (x2 − y)·x2·(1 − x2) from 1/2 is 0.49/4; typed as 0.5 it is as well.
    for (text, isRight) in [("1/2", true), ("0.5000", true)] {
      var texts = Self.right.filter { ["z1", "x1", "z2"].contains($0.key) }
      texts["x2"] = text
      texts["db2"] = "0.1225"
      let result = try Self.mark(texts)
      #expect(try Self.finding("x2", result).verdict == .failed)
      #expect((try Self.finding("db2", result).verdict == .passed) == isRight, "\(text)")
      #expect(try Self.finding("x2", result).problem?.contains(text) == true)
    }
  }

  @Test("An empty sheet is all to do")
  func emptySheet() throws {
    let result = try Self.mark(["z1": "[ , ]", "x2": ""])
    #expect(result.isTodo && result.earned == .zero)
  }

  @Test("Blank steps lose nothing where everything that builds on them is right")
  func blankSteps() throws {
    let blanks = ["z1", "x1", "z2", "x2"]
    let result = try Self.mark(Self.right.filter { !blanks.contains($0.key) })
    #expect(result.earned == 16)
  }

  @Test("One right result makes a blank step good, whatever else went wrong")
  func blankAndWrong() throws {
    var texts = Self.right.filter { $0.key != "x2" && $0.key != "db1" }
    texts["db2"] = "0.1400"
    let result = try Self.mark(texts)
    #expect(try Self.finding("x2", result).verdict == .passed)
    // A gradient is a result, not a step.
    #expect(try Self.finding("db1", result).verdict == .notImplemented)
    #expect(try Self.finding("z1", result).verdict == .passed)
    #expect(result.earned == 12)
  }

  @Test("Of a slot half filled in the numbers are judged, and what is blank is blank")
  func halfFilled() throws {
    let alone = try Self.mark(["z1": "[0.3775, ]"])
    let finding = try Self.finding("z1", alone)
    #expect(alone.earned == 1 && finding.verdict == .notImplemented)
    #expect(finding.problem == "1 of 2 numbers are filled in")
    var texts = Self.right
    texts["z1"] = "[0.3775, ]"
    #expect(try Self.mark(texts).earned == 16, "the results show the step")
    let wrong = try Self.mark(["z1": "[0.4, ]"])
    #expect(wrong.earned == 0)
    #expect(try Self.finding("z1", wrong).verdict == .failed)
  }

  @Test(
    "A column, a row and a list of all numbers earn what the slot's own shape does",
    arguments: [
      ("z1", "[[0.3775], [0.3925]]"), ("dW2", "[[0.0822], [0.0827]]"), ("db2", "[[0.1385]]"),
      ("dW1", "[0.000668, 0.00134, 0.000750, 0.00150]"),
      ("dW1", "[0.000668, 0.00134], [0.000750, 0.00150]"),
    ])
  func shapes(slot: String, typed: String) throws {
    var texts = Self.right
    texts[slot] = typed
    #expect(try Self.mark(texts).earned == 16)
  }

  @Test("A blank step is to do where nothing right builds on it")
  func blankAndAllWrong() throws {
    let result = try Self.mark(["z1": Self.right["z1"] ?? "", "x1": "[0.1, 0.2]", "z2": "9.9"])
    for slot in ["x2", "loss", "dW1"] {
      #expect(try Self.finding(slot, result).verdict == .notImplemented)
    }
  }

  // MARK: - Wrong

  @Test(
    "What is wrong is said in plain words",
    arguments: [
      ("db2", "0.1532", "typed 0.1532; off by more than rounding"),
      ("db2", "-0.1385", "typed -0.1385; right but for its sign"),
      // With one digit it is not right but for its sign.
      ("z2", "-1.0", "typed -1.0; off by more than rounding"),
      ("db2", "0.01385", "typed 0.01385; right but for the place of its decimal point"),
      ("db2", "0.14", "too few digits: 4 decimals are asked for, you typed 2"),
      ("dW2", "[0.0822, 0.0914]", "entry [0, 1]: typed 0.0914; off by more than rounding"),
      (
        "dW1", "[[0.0007, 0.00134], [0.000750, 0.00150]]",
        "entry [0, 0]: too few digits: 6 decimals are asked for, you typed 4"
      ),
      (
        "dW1", "[[0.0007, 0.00134], [0.000750, 0.0050]]",
        "entry [1, 1]: typed 0.0050; off by more than rounding"
      ),
      ("dW1", "[1, 2, 3]", "this slot is a 2 by 2 matrix; you typed a list of 3"),
      ("x1", "[0.5933, abc]", "'abc' is not a number"),
    ])
  func problems(slot: String, typed: String, problem: String) throws {
    var texts = Self.right
    texts[slot] = typed
    let result = try Self.mark(texts)
    let finding = try Self.finding(slot, result)
    #expect(finding.verdict == .failed && finding.credit == .zero)
    #expect(finding.problem == problem)
    #expect(result.outputs.filter { $0.verdict != .passed }.map(\.name) == [slot])
  }

  @Test("A flat list is fine for a row, and more digits than asked for are fine")
  func tolerant() throws {
    var texts = Self.right
    texts["dW2"] = "[[0.08216704, 0.08266763]]"
    texts["dW1"] = "[[6.684e-4, 1.3368×10^-3], [7.498*10^-4, 1.4996E-3]]"
    #expect(try Self.mark(texts).earned == 16)
  }

  @Test("Evidence names the entry, and gives no distance from which the answer could be read off")
  func evidence() throws {
    var texts = Self.right
    texts["dW2"] = "[0.0822, 0.0914]"
    let evidence = try #require(Self.finding("dW2", Self.mark(texts)).evidence)
    #expect(evidence.mismatched == 1 && evidence.count == 2)
    #expect(evidence.first?.index == [0, 1] && evidence.first?.got == "0.0914")
    #expect(evidence.worstError == 100 && evidence.limit == 1.5)
  }

  // MARK: - Diagnosis

  @Test("The course's own wrong backward pass is recognised by its factor z")
  func factorZ() throws {
    var texts = Self.right.filter { !["dW1", "db1"].contains($0.key) }
    texts["dW2"] = "[.0909, .0914]"
    texts["db2"] = ".1532"
    let result = try Self.mark(texts)
    #expect(try Self.finding("db2", result).diagnosis?.id == "G1-sheet")
    // One mistake costs its own step: dW2 is right from the student's db2, which is δ2.
    #expect(try Self.finding("dW2", result).verdict == .passed)
  }

  /// S3's own sheet: a factor z in both derivatives, one denominator and a power of ten lost in the
  /// hidden layer, and only the first column of dW1.
  @Test("The course's own sheet is marked as its teacher would")
  func coursesOwnSheet() throws {
    var texts = Self.right
    texts["dW2"] = "[.0909, .0914]"
    texts["db2"] = ".1532"
    texts["dW1"] = "[[4.70e-4, ], [5.45e-4, ]]"
    texts["db1"] = "[9.4e-4, 10.9e-4]"
    let result = try Self.mark(texts)
    for slot in ["db2", "db1"] {
      #expect(try Self.finding(slot, result).diagnosis?.id == "G1b-sheet")
      #expect(try Self.finding(slot, result).credit == .zero)
    }
    #expect(
      try Self.finding("db1", result).problem
        == "entry [0]: typed 9.4e-4; its decimal point is in the wrong place as well")
    // Both numbers follow from the δ1 before its slip; the other column is missing.
    #expect(try Self.finding("dW1", result).credit == Ratio(1, 2))
    #expect(try Self.finding("dW1", result).problem == "2 of 4 numbers are filled in")
    #expect(result.earned == 11)
    #expect(
      result.findings.flatMap(\.notes)
        == [.errorStarts(at: "σ′(z2)", followed: ["dW2", "dW1"])])
  }

  @Test("A blank step is not made good by what follows from a wrong value behind it")
  func blankBeforeFollowThrough() throws {
    var texts = Self.right
    texts["x1"] = nil
    // 1.2059 has no reason; 0.7696 is its sigmoid, and 0.2885 the loss from there.
    texts.merge(["z2": "1.2059", "x2": "0.7696", "loss": "0.2885"]) { $1 }
    for slot in ["dW2", "db2", "dW1", "db1"] { texts[slot] = nil }
    let result = try Self.mark(texts)
    #expect(try Self.finding("x2", result).verdict == .passed)
    #expect(try Self.finding("loss", result).verdict == .passed)
    #expect(try Self.finding("x1", result).verdict == .notImplemented)
    #expect(try Self.finding("z2", result).verdict == .failed)
  }

  @Test("A mistake is not named where another slot speaks against it")
  func contradiction() throws {
    var texts = Self.right
    texts["dW2"] = "[.0909, .0914]"
    texts["db2"] = ".1532"
    // With right gradients by W1 and b1 the derivative cannot have been wrong in δ2.
    let result = try Self.mark(texts)
    #expect(try Self.finding("dW2", result).diagnosis == nil)
    #expect(try Self.finding("db2", result).diagnosis == nil)
  }

  @Test("One wrong entry alone names nothing")
  func oneEntry() throws {
    var texts = Self.right
    // Twice the right value, as the loss without ½ gives it.
    texts["db2"] = "0.2770"
    #expect(try Self.finding("db2", Self.mark(texts)).diagnosis == nil)
  }

  @Test("Negative gradients say nothing of the derivative's sign where the others are missing")
  func oppositeSigns() throws {
    var texts = Self.right
    texts["dW2"] = "[-0.0822, -0.0827]"
    texts["db2"] = "-0.1385"
    // With right gradients by W1 and b1 two signs have met: that is the derivative's.
    #expect(try Self.finding("db2", Self.mark(texts)).diagnosis?.id == "G6-sheet")
    #expect(try Self.finding("dW2", Self.mark(texts)).verdict == .passed)
    texts["dW1"] = nil
    texts["db1"] = nil
    for slot in ["dW2", "db2"] {
      #expect(try Self.finding(slot, Self.mark(texts)).diagnosis == nil)
    }
    texts["dW1"] = "[[-0.000668, -0.00134], [-0.000750, -0.00150]]"
    texts["db1"] = "[0.5123, 0.7123]"
    for slot in ["dW2", "db2", "dW1", "db1"] {
      #expect(try Self.finding(slot, Self.mark(texts)).diagnosis == nil)
    }
  }

  @Test("A slot may be typed in another case")
  func otherCase() throws {
    let texts = Dictionary(uniqueKeysWithValues: Self.right.map { ($0.key.uppercased(), $0.value) })
    #expect(try Self.mark(texts).earned == 16)
  }

  @Test("A gradient by W1 typed the wrong way round, 2 by 3, is recognised")
  func transposed() throws {
    let truth = try Assignment.backpropTwoThreeOne.reference(.filledIn(.backpropTwoThreeOne))
    let gradient = try #require(truth["dW1"]?.tensor).transposed()
    let result = try Self.mark(["dW1": Self.typed(gradient)], .backpropTwoThreeOne)
    let finding = try Self.finding("dW1", result)
    #expect(finding.diagnosis?.id == "K1-sheet")
    #expect(finding.problem == "this slot is a 3 by 2 matrix; you typed a 2 by 3 matrix")
  }

  /// Numbers as a careful student types them: rounded to the decimals that a sheet asks for.
  private static func typed(_ tensor: Tensor) -> String {
    guard tensor.rank > 0 else {
      let decimals = AskedFigures.standard.decimals(for: tensor.scalar)
      let digits = (tensor.scalar / PowerOfTen.value(-decimals)).rounded()
      return "\(Int(digits))e-\(decimals)"
    }
    return "[" + (0..<tensor.shape[0]).map { typed(tensor.row($0)) }.joined(separator: ", ") + "]"
  }
}
