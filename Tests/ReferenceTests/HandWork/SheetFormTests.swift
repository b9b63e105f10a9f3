import Coursework
import Foundation
import Grading
import Reference
import Testing
import Worksheets

/// The sheets beside an assignment's own: tanh, a ReLU, a step downhill, a batch.
@Suite("Further sheets")
struct SheetFormTests {
  /// One of them, with the numbers as they are printed.
  struct Form: Sendable, CustomTestStringConvertible {
    let id, name: String
    var testDescription: String { "\(id) \(name)" }

    var isSmall: Bool { id == "backprop-2-2-1" }
    var names: HandStudent.Names { SimulatedStudentTests.Sheet(id: id).names }

    func variant() throws -> SheetVariant {
      let assignment = try #require(Catalogue.assignment(id))
      return try #require(SheetVariant(of: assignment, form: name))
    }

    /// Somebody who does everything rightly.
    var student: HandStudent {
      var student = SimulatedStudentTests.Sheet(id: id).student
      switch name {
      case "tanh":
        (student.hidden, student.output) = ({ Foundation.tanh($0) }, { Foundation.tanh($0) })
        (student.hiddenSlope, student.outputSlope) = ({ 1 - $1 * $1 }, { 1 - $1 * $1 })
      case "relu":
        if isSmall { student.b1 = [0.45, -0.35] } else { student.w1[1] = [0.98, -2.24] }
        student.hidden = { max(0, $0) }
        student.hiddenSlope = { z, _ in z > 0 ? 1 : 0 }
      case "step": student.rate = 0.5
      default: break
      }
      return student
    }

    var batch: HandBatch {
      HandBatch(student, xs: [[0.79, 0.53], [0.57, 0.93], [0.07, 0.09]], targets: [1, 0, 0])
    }

    /// The slots as somebody types them who begins with that seed.
    func sheet(
      _ seed: UInt64, _ change: (inout HandStudent) -> Void = { _ in }
    ) -> [String: String] {
      var rounding = HandRounding(seed: seed)
      if name == "batch" {
        var batch = batch
        change(&batch.student)
        return batch.sheet(rounding: &rounding)
      }
      var student = student
      change(&student)
      return student.sheet(names, rounding: &rounding)
    }
  }

  static let forms = ["backprop-2-2-1", "backprop-2-3-1"].flatMap { id in
    Catalogue.furtherSheets(of: id).map { Form(id: id, name: $0.name) }
  }

  static func mark(_ texts: [String: String], _ variant: SheetVariant) throws -> PartResult {
    let answer = texts.mapValues { Value.text($0) }
    let part = try #require(variant.assignment.handWork.parts.first)
    let check = try #require(part.checks.first)
    let finding = try check.judge(
      check.questions(.public), InProcess { _ in answer }, variant.assignment)
    return PartResult(part: part, findings: [finding])
  }

  @Test("There are the sheets that teachers ask for")
  func names() {
    #expect(Self.forms.filter(\.isSmall).map(\.name) == ["tanh", "relu", "step"])
    #expect(Self.forms.filter { !$0.isSmall }.map(\.name) == ["tanh", "relu", "batch"])
  }

  @Test("The blank sheet says which it is, and asks what the scheme marks", arguments: forms)
  func blank(_ form: Form) throws {
    let variant = try form.variant()
    let sheet = AnswerSheet(variant.worksheet.blankSheet)
    #expect(sheet.variant == form.name && sheet.assignment == form.id && sheet.problems.isEmpty)
    #expect(variant.worksheet.mismatch(with: sheet) == nil)
    let outputs = try #require(variant.assignment.handWork.parts.first).outputs
    #expect(outputs.map(\.name) == variant.worksheet.slots.map(\.name))
    let common = try #require(Catalogue.assignment(form.id))
    #expect(variant.assignment.checks.map(\.id) == common.checks.map(\.id))
    #expect(variant.assignment.digest(seed: .public) != common.digest(seed: .public))
  }

  @Test("The graph's values are the scheme's", arguments: forms)
  func graph(_ form: Form) throws {
    let variant = try form.variant()
    let graph = try #require(variant.worksheet.graph)
    let truth = try variant.assignment.reference(.filledIn(variant.worksheet))
    for slot in variant.worksheet.slots {
      let tensor = try #require(truth[slot.name]?.tensor)
      #expect(tensor.shape == slot.shape, "\(slot.name)")
      for (quantity, value) in zip(slot.quantities, tensor.scalars) {
        let own = try #require(graph.values[quantity], "\(quantity) is no step")
        #expect(abs(own - value) <= 1e-14 * max(1, abs(value)), "\(quantity)")
      }
    }
  }

  @Test("Every mistake is caught and named, every right sheet accepted", arguments: forms)
  func exam(_ form: Form) throws {
    let transcript = try Transcript(of: form.variant().assignment.handWork, seed: .public)
    for complaint in transcript.complaints { Issue.record("\(complaint.cause)") }
    #expect(transcript.marks().mistakes > 15 && transcript.marks().alternatives >= 5)
  }

  @Test("Whoever rounds every step of the right method gets full marks", arguments: forms)
  func rounding(_ form: Form) throws {
    let variant = try form.variant()
    var short: [String] = []
    for seed in 1...UInt64(200) {
      let texts = form.sheet(seed)
      let result = try Self.mark(texts, variant)
      if result.earned != result.points { short.append("\(seed): \(texts)") }
    }
    #expect(short.count == 0, "\(short.prefix(2))")
  }

  @Test(
    "One mistake costs its own step, is called by its name or not at all, and the rest follows",
    arguments: forms)
  func mistakes(_ form: Form) throws {
    let variant = try form.variant()
    let mistakes = HandMistake.further(form)
    var (all, named) = (0, 0)
    var odd: [String] = []
    for seed in 1...UInt64(200) {
      let mistake = mistakes[Int(seed) % mistakes.count]
      let result = try Self.mark(form.sheet(seed, mistake.make), variant)
      let lost = Set(result.outputs.filter { $0.earned != $0.points }.map(\.name))
      let names = Set(result.findings.flatMap(\.outputs).compactMap(\.diagnosis?.id))
      all += 1
      if names == ["\(mistake.id)-sheet"] { named += 1 }
      if lost != mistake.lost || !names.isSubset(of: ["\(mistake.id)-sheet"]) {
        odd.append("\(mistake.id) \(seed): \(lost.sorted()) \(names)")
      }
    }
    #expect(odd == [])
    #expect(Double(named) >= 0.95 * Double(all), "\(named) of \(all)")
    print("\(form.testDescription): \(named) of \(all) mistakes named, \(odd.count) odd")
  }

  @Test("Students have numbers of their own on it, always the same", arguments: forms)
  func variants(_ form: Form) throws {
    let assignment = try #require(Catalogue.assignment(form.id))
    let variants = try #require(
      try SheetVariants(of: assignment, form: form.name, under: .public))
    let all = try (1...4).map { try variants.own(of: "student\($0)").worksheet }
    #expect(Set(all.map(\.givens)).count == all.count)
    #expect(try variants.own(of: "Student1").worksheet == all[0])
    for worksheet in all {
      let name = VariantName(try #require(worksheet.variant))
      #expect(name.form == form.name && name.numbers?.count == 6)
    }
  }

  @Test("A unit that is switched off passes nothing back, however its zeros are typed")
  func off() throws {
    let form = Form(id: "backprop-2-2-1", name: "relu")
    let variant = try form.variant()
    for zero in ["0", "0.0", "0.0000", "-0"] {
      var texts = form.sheet(1)
      let first = try #require(texts["x1"]?.split(separator: ",").first)
      texts["x1"] = "\(first), \(zero)]"
      #expect(try Self.mark(texts, variant).earned == 16, "\(zero)")
      // From a zero with half a unit of play everything would follow.
      let delta = try #require(texts["db1"]?.split(separator: ",").first)
      texts["db1"] = "\(delta), 0.0656]"
      #expect(try Self.mark(texts, variant).earned < 16, "\(zero)")
    }
  }
}

extension HandMistake {
  /// The mistakes of one of the further sheets.
  fileprivate static func further(_ form: SheetFormTests.Form) -> [HandMistake] {
    let (h, y) = form.isSmall ? ("x1", "x2") : ("h", "y")
    switch form.name {
    case "tanh":
      return [
        HandMistake("TH6", loses: ["db2", "db1"]) {
          $0.hiddenSlope = { $1 * (1 - $1) }
          $0.outputSlope = { $1 * (1 - $1) }
        },
        HandMistake("TH7", loses: ["db2", "db1"]) {
          $0.hiddenSlope = { z, _ in 1 - z * z }
          $0.outputSlope = { z, _ in 1 - z * z }
        },
        HandMistake("TH8", loses: ["db2", "db1"]) {
          $0.hiddenSlope = { 1 - $1 }
          $0.outputSlope = { 1 - $1 }
        },
        HandMistake("TH14", loses: ["db1"]) { $0.hiddenSlope = { _, _ in 1 } },
        HandMistake("TH15", loses: ["db2"]) { $0.outputSlope = { _, _ in 1 } },
        HandMistake("TH3", loses: [y, "db2"]) {
          $0.output = { 1 / (1 + exp(-$0)) }
          $0.outputSlope = { $1 * (1 - $1) }
        },
      ]
    case "relu":
      return [
        HandMistake("RL1", loses: ["db1"]) { $0.hiddenSlope = { _, _ in 1 } },
        HandMistake("RL3", loses: ["db1"]) { $0.hiddenSlope = { $1 * (1 - $1) } },
        HandMistake("RL4", loses: ["db1"]) { $0.hiddenSlope = { z, _ in z < 0 ? 1 : 0 } },
        HandMistake("RL6", loses: [h, "db1"]) {
          $0.hidden = { $0 }
          $0.hiddenSlope = { _, _ in 1 }
        },
        HandMistake("P1", loses: ["db2"]) { $0.outputSlope = { _, _ in 1 } },
        HandMistake("G7", loses: ["db2"]) { $0.outputSlope = { 1 - $1 * $1 } },
      ]
    case "step":
      return [
        HandMistake("GD1", loses: ["newW2", "newb2", "newW1", "newb1"]) {
          $0.update = { $0 + $2 * $1 }
        },
        HandMistake("GD2", loses: ["newW2", "newb2", "newW1", "newb1"]) {
          $0.update = { old, gradient, _ in old - gradient }
        },
        HandMistake("G7", loses: ["db2", "db1"]) {
          $0.hiddenSlope = { 1 - $1 * $1 }
          $0.outputSlope = { 1 - $1 * $1 }
        },
        HandMistake("P15", loses: ["db2", "db1"]) {
          $0.finish = { gradients, _ in
            gradients.b1 = [0, 0]
            gradients.b2 = 0
          }
        },
      ]
    default:
      return [
        HandMistake("G7", loses: ["delta2", "delta1"]) {
          $0.hiddenSlope = { 1 - $1 * $1 }
          $0.outputSlope = { 1 - $1 * $1 }
        },
        HandMistake("K8", loses: ["delta1"]) { $0.hiddenSlope = { _, _ in 1 } },
        HandMistake("K3c", loses: ["delta2"]) { $0.lossSlope = { 2 * ($0 - $1) } },
        HandMistake("K2b", loses: ["delta2"]) { $0.lossSlope = { 3 * ($0 - $1) } },
      ]
    }
  }
}
