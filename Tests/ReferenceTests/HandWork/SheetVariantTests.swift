import Coursework
import Foundation
import Grading
import Reference
import Testing
import Worksheets

/// Laws of every student's own numbers: for some dozens of students, or for as many as
/// `GRADECHECK_VARIANTS=1000` says.
@Suite("Every student's own numbers")
struct SheetVariantTests {
  static let count: Int = {
    let asked = ProcessInfo.processInfo.environment["GRADECHECK_VARIANTS"].flatMap(Int.init)
    return max(60, asked ?? 0)
  }()

  static let ids = ["backprop-2-2-1", "backprop-2-3-1"]

  /// The variants of all students, drawn once for all laws.
  private static let drawn: [String: Result<[SheetVariant], any Error>] = Dictionary(
    uniqueKeysWithValues: ids.map { id in
      (id, Result { try variants(of: id).map { one in try students.map(one.own(of:)) } ?? [] })
    })

  private static let students = (1...count).map { "student\($0)@example.edu" }

  private static func variants(of id: String, _ seed: Seed = .public) throws -> SheetVariants? {
    try SheetVariants(of: #require(Catalogue.assignment(id)), under: seed)
  }

  private static func all(_ id: String) throws -> [SheetVariant] {
    let all = try #require(drawn[id]).get()
    try #require(all.count == count)
    return all
  }

  // MARK: - Numbers

  @Test("Numbers are short decimals of the course's signs, and whole ones stay", arguments: ids)
  func shortDecimals(_ id: String) throws {
    let common = try #require(Catalogue.worksheet(of: id))
    for variant in try Self.all(id) {
      try #require(variant.worksheet.givens.count == common.givens.count)
      for (own, given) in zip(variant.worksheet.givens, common.givens) {
        #expect(Self.kinds(own) == Self.kinds(given), "\(own)")
        let numbers = own.matches(of: /\d+\.\d+/).map { String($0.0) }
        #expect(numbers.allSatisfy { $0.wholeMatch(of: /[012]\.\d\d/) != nil }, "\(own)")
        #expect(Set(numbers).count == numbers.count, "\(own)")
      }
    }
  }

  /// A line with a letter for each number: what kind it is, not which.
  private static func kinds(_ line: String) -> String {
    line.replacing(/0\.\d+/, with: "s").replacing(/\d\.\d+/, with: "l")
  }

  @Test("No unit is saturated or has a sum near 0, and output and target lie apart", arguments: ids)
  func saturation(_ id: String) throws {
    for variant in try Self.all(id) {
      let student = try Self.student(of: variant)
      let z1 = zip(student.w1, student.b1).map { row, bias in
        zip(row, student.x).map { $0 * $1 }.reduce(bias, +)
      }
      let h = z1.map(student.hidden)
      let z2 = zip(student.w2, h).map { $0 * $1 }.reduce(student.b2, +)
      let y = student.output(z2)
      // Both of the course's own sheets have positive sums alone.
      #expect((z1 + [z2]).allSatisfy { $0 >= 0.25 }, "\(variant.worksheet.givens)")
      #expect((h + [y]).allSatisfy { (0.1...0.9).contains($0) }, "\(variant.worksheet.givens)")
      #expect(abs(y - student.target) >= 0.2, "\(variant.worksheet.givens)")
    }
  }

  /// Somebody who works with a variant's numbers, in arithmetic of its own.
  private static func student(of variant: SheetVariant) throws -> HandStudent {
    let given = variant.worksheet.givenNumbers
    func list(_ name: String) throws -> [Double] { try #require(given[name]).scalars }
    let w1 = try list("W1")
    return HandStudent(
      x: try list(given["x0"] == nil ? "x" : "x0"), b1: try list("b1"), w2: try list("W2"),
      target: try list(given["y"] == nil ? "target" : "y")[0], b2: try list("b2")[0],
      w1: stride(from: 0, to: w1.count, by: 2).map { [w1[$0], w1[$0 + 1]] })
  }

  // MARK: - Whose they are

  @Test("Different students have different numbers and names", arguments: ids)
  func different(_ id: String) throws {
    let all = try Self.all(id)
    #expect(Set(all.map(\.worksheet.givens)).count == all.count)
    // Of many more students than a class has, two may share a name of six digits.
    #expect(Set(all.compactMap(\.worksheet.variant)).count >= all.count - all.count / 200)
    #expect(Set(all.map { $0.assignment.digest(seed: .public) }).count == all.count)
  }

  @Test("The same student always has the same, however the name is written", arguments: ids)
  func same(_ id: String) throws {
    let again = try #require(try Self.variants(of: id))
    let first = try Self.all(id)[0].worksheet
    for name in ["student1@example.edu", "Student1@Example.edu", " student1@example.edu\n"] {
      #expect(try again.own(of: name).worksheet == first)
    }
    #expect(
      try again.own(of: "Zo\u{EB}").worksheet == again.own(of: "zoe\u{308}").worksheet,
      "file systems write ë in two ways")
    let other = try #require(try Self.variants(of: id, Seed("another course")))
    let elsewhere = try other.own(of: "student1@example.edu").worksheet
    #expect(elsewhere.givens != first.givens && elsewhere.variant != first.variant)
  }

  @Test("Neither the student nor the seed can be read from a sheet", arguments: ids)
  func secrets(_ id: String) throws {
    let variants = try #require(try Self.variants(of: id, Seed("quite a secret")))
    let own = try variants.own(of: "anna")
    let name = try #require(own.worksheet.variant)
    #expect(name.wholeMatch(of: /[0-9a-f]{6}/) != nil)
    #expect(own.assignment.variant == name)
    let text = own.worksheet.blankSheet
    #expect(!text.contains("anna") && !text.contains("secret"))
  }

  /// As `gradecheck handout` of version 0.1.0 wrote it: sheets in students' hands stay what they are.
  @Test("What was handed out once is what is drawn today")
  func frozen() throws {
    let own = try #require(try Self.variants(of: "backprop-2-2-1")).own(of: "anna").worksheet
    #expect(own.variant == "2db028")
    #expect(
      own.givens == [
        "x0 = [0.43, 0.80]", "y = 0.12", "W1 = [[0.73, 0.53], [0.23, 0.90]]",
        "b1 = [0.31, 0.42]", "W2 = [[0.61, 0.36]]", "b2 = 0.66",
      ])
  }

  @Test("What has no sheet has no variants")
  func withoutSheet() throws {
    #expect(try Self.variants(of: "dropout") == nil)
  }

  // MARK: - As good as the course's own

  @Test("The checks pass their exam on the numbers of any student", arguments: ids)
  func exam(_ id: String) throws {
    for variant in try Self.all(id).prefix(8) {
      let transcript = try Transcript(of: variant.assignment.handWork, seed: .public)
      for complaint in transcript.complaints { Issue.record("\(complaint.cause)") }
      #expect(transcript.marks().mistakes > 25)
    }
  }

  @Test("Whoever rounds every step of the right method gets full marks", arguments: ids)
  func rounding(_ id: String) throws {
    for (seed, variant) in try Self.all(id).enumerated() {
      var rounding = HandRounding(seed: UInt64(seed + 1))
      let texts = try Self.student(of: variant).sheet(Self.names(id), rounding: &rounding)
      let result = try Self.mark(texts, variant)
      #expect(result.earned == result.points, "\(variant.worksheet.givens) \(texts)")
    }
  }

  @Test("One mistake costs its own step and is called by its name or not at all", arguments: ids)
  func mistakes(_ id: String) throws {
    let mistakes = id == "backprop-2-2-1" ? HandMistake.twoTwoOne : HandMistake.twoThreeOne
    var (all, named) = (0, 0)
    var odd: [String] = []
    for (number, variant) in try Self.all(id).enumerated() {
      for offset in 0..<6 {
        let mistake = mistakes[(6 * number + offset) % mistakes.count]
        var student = try Self.student(of: variant)
        mistake.make(&student)
        var rounding = HandRounding(seed: UInt64(6 * number + offset + 1))
        let result = try Self.mark(student.sheet(Self.names(id), rounding: &rounding), variant)
        let lost = Set(result.outputs.filter { $0.earned != $0.points }.map(\.name))
        let names = Set(result.findings.flatMap(\.outputs).compactMap(\.diagnosis?.id))
        let own: Set = [mistake.id, "\(mistake.id)-sheet"]
        all += 1
        if !names.isDisjoint(with: own) { named += 1 }
        if lost != mistake.lost || !names.isSubset(of: own) {
          odd.append("\(mistake.id) \(variant.worksheet.givens): \(lost.sorted()) \(names)")
        }
      }
    }
    #expect(odd == [])
    #expect(Double(named) >= 0.95 * Double(all), "\(named) of \(all)")
    print("\(id): \(named) of \(all) mistakes named on \(Self.count) variants, \(odd.count) odd")
  }

  private static func names(_ id: String) -> HandStudent.Names {
    id == "backprop-2-2-1"
      ? HandStudent.Names(z1: "z1", h: "x1", z2: "z2", y: "x2")
      : HandStudent.Names(z1: "z1", h: "h", z2: "z2", y: "y")
  }

  private static func mark(_ texts: [String: String], _ variant: SheetVariant) throws -> PartResult
  {
    let answer = texts.mapValues { Value.text($0) }
    let part = try #require(variant.assignment.handWork.parts.first)
    let check = try #require(part.checks.first)
    let finding = try check.judge(
      check.questions(.public), InProcess { _ in answer }, variant.assignment)
    return PartResult(part: part, findings: [finding])
  }
}
