import Foundation
import Grading
import Worksheets

extension WorkedSolution {
  /// Works out what the sheet of an assignment asks; `nil` where it has no hand-computed part.
  ///
  /// - Parameters:
  ///   - assignment: The assignment.
  ///   - own: A sheet with a student's own numbers, in place of the course's.
  package init?(of assignment: Assignment, asking own: Worksheet? = nil) {
    guard let worksheet = own ?? Catalogue.worksheet(of: assignment.id), let net = worksheet.net,
      let graph = worksheet.graph
    else { return nil }
    self.init(
      assignment: assignment.id, title: worksheet.title, task: worksheet.task,
      givens: worksheet.givens, steps: graph.steps.map { Step($0, on: graph) },
      diagram: NetworkDiagram(of: net, givens: worksheet.givenNumbers))
  }
}

extension WorkedSolution.Step {
  fileprivate init(_ step: LocalStep, on graph: ComputationGraph) {
    self.init(
      quantity: step.quantity.description, array: step.quantity.name,
      formula: step.formula.description,
      numbers: step.formula.written(expandingSlopes: true) {
        Self.factor(graph.values[$0] ?? .nan)
      },
      value: graph.values[step.quantity], words: step.words)
  }

  /// A number as it may stand behind any sign: `0.593270`, `(−0.98)`.
  private static func factor(_ value: Double) -> String {
    let size = String(format: "%.6g", value.magnitude)
    return value < 0 ? "(−\(size))" : size
  }
}
