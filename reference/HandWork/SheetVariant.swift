import Assignments
import Coursework
import Foundation
import Grading
import Worksheets

/// One student's own numbers for the hand-computed part of an assignment.
package struct SheetVariant: Sendable {
  /// The assignment whose sheet asks about these numbers.
  package let assignment: Assignment
  /// The sheet.
  package let worksheet: Worksheet
}

/// Draws every student's own numbers for the hand-computed part of an assignment.
///
/// They follow from the course's seed and the student's identifier alone, and are as good as the
/// course's own: short decimals of the same signs, no saturated unit, and every known mistake costs
/// the same slots and is called by the same name.
package struct SheetVariants: Sendable {
  private let assignment: Assignment
  private let worksheet: Worksheet
  private let seed: Seed
  /// What the course's own sheet makes of every mistake.
  private let goal: SheetExam

  /// The variants of an assignment's sheet under the course's seed; `nil` where it has none.
  ///
  /// - Parameters:
  ///   - assignment: The assignment.
  ///   - form: The name of one of its further sheets; its own one if nothing is said.
  ///   - seed: The course's seed.
  /// - Throws: what the reference or a misconception throws.
  package init?(of assignment: Assignment, form: String? = nil, under seed: Seed) throws {
    guard let common = SheetVariant(of: assignment, form: form) else { return nil }
    self.assignment = common.assignment
    worksheet = common.worksheet
    self.seed = seed
    goal = try SheetExam(of: common.assignment)
  }

  /// A student's numbers, always the same.
  ///
  /// - Parameter student: The identifier; its case and the spaces around it do not count.
  /// - Returns: The numbers as a sheet of their own, and what marks it.
  /// - Throws: what the reference or a misconception throws, and `NoVariant`.
  package func own(of student: String) throws -> SheetVariant {
    let seed = seed.own(of: Self.folded(student))
    for attempt in 0..<Self.mostAttempts {
      let form = worksheet.variant
      let check = ([worksheet.id, "numbers"] + [form].compactMap(\.self)).joined(separator: "/")
      var draw = Draw(seed: seed, check: check, variant: attempt)
      let givens = Self.givens(like: worksheet, &draw)
      let numbers = seed.name(of: [worksheet.id] + givens)
      let drawn = worksheet.variant(
        named: [form, numbers].compactMap(\.self).joined(separator: "-"), givens: givens)
      let own = assignment.asking(drawn)
      guard Self.isPlain(drawn, like: worksheet), try SheetExam(of: own) == goal else { continue }
      return SheetVariant(assignment: own, worksheet: drawn)
    }
    throw NoVariant(assignment: worksheet.id)
  }

  /// More draws than any student ever needed.
  private static let mostAttempts = 500

  /// One spelling for each student: file systems and people differ in case and in how they write é.
  private static func folded(_ student: String) -> String {
    student.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
      .precomposedStringWithCanonicalMapping
  }
}

/// No draw was good enough, which says that the rules for numbers are too strict.
package struct NoVariant: Error, CustomStringConvertible {
  let assignment: String

  package var description: String {
    "no numbers of \(assignment) keep every mistake apart from the others; report this as a fault"
  }
}

// MARK: - Numbers

extension SheetVariants {
  /// The given lines with other decimals in place of their own.
  ///
  /// What is a whole number stays, since the course means something by it: a bias that starts at 0, a
  /// label. Signs stay too, and what is 1 and more stays so.
  private static func givens(like worksheet: Worksheet, _ draw: inout Draw) -> [String] {
    worksheet.givens.map { line in
      line.replacing(/(\d+)\.\d+/) { number in
        let hundredths = draw.one(of: number.1 == "0" ? Array(5...95) : Array(105...245))
        return "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
      }
    }
  }

  /// Whether a drawn sheet is worked out like the course's own: every step comes out with the same
  /// sign, no unit is saturated, no difference cancels, and no two numbers of an array are alike.
  ///
  /// Nor does a weighted sum lie near 0, where tanh and no activation at all give the same digits.
  private static func isPlain(_ drawn: Worksheet, like worksheet: Worksheet) -> Bool {
    guard let graph = drawn.graph, let common = worksheet.graph else { return false }
    let hasRoom = graph.steps.allSatisfy { step in
      let value = graph.values[step.quantity] ?? .nan
      guard value.sign == common.values[step.quantity]?.sign else { return false }
      return switch step.kind {
      case .sum: value.magnitude >= 0.25
      case .activation(.relu): value == 0 || value >= 0.1
      case .activation: (0.1...0.9).contains(value)
      case .loss: value >= 0.02
      default: true
      }
    }
    return hasRoom
      && drawn.givenNumbers.values.allSatisfy { numbers in
        let sizes = numbers.scalars.filter { $0 != $0.rounded() }.map(\.magnitude)
        return Set(sizes).count == sizes.count
      }
  }
}
