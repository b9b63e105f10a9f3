import Assignments
import Grading

/// What a sheet of hand-computed answers makes of each known mistake.
///
/// Two sheets with equal exams are equally hard: a mistake costs the same slots on both, and is
/// called by the same name.
struct SheetExam: Hashable {
  private let rows: [Row]
  /// Whether every right way to fill in the sheet earns all points, and no two mistakes are one.
  private let isFair: Bool

  /// One mistake that was handed in with everything else right.
  private struct Row: Hashable {
    let misconception: String
    let cells: [Cell]
  }

  /// One slot of it.
  private struct Cell: Hashable {
    let output: String
    let verdict: Verdict
    let name: String?
  }

  /// Lets the sheet of an assignment sit its exam.
  init(of assignment: Assignment) throws {
    let exam = try Examination(of: assignment.handWork, seed: .public)
    rows = exam.kills.map { kill in
      Row(
        misconception: kill.misconception,
        cells: kill.cells.map { Cell(output: $0.output, verdict: $0.verdict, name: $0.name) })
    }
    isFair = exam.trials.allSatisfy(\.isAccepted) && exam.twins.isEmpty
  }
}
