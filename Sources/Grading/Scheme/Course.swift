/// A named bundle of assignments, as one course teaches them.
package struct Course: Sendable {
  /// The name on the command line and in reports, such as `cs231n`.
  package let id: String
  /// What it is called, such as "CS231n".
  package let title: String
  /// The name of its folder among the assignments, such as `CS231n`.
  package let folder: String
  /// Its assignments, in the order in which it teaches them.
  package let entries: [Entry]
  /// What its editions differ in.
  package let conventions: [Convention]
  /// What it calls the contracts' methods, for the words of reports.
  package let names: [String: Function]

  /// One assignment, as far as the course teaches it.
  package struct Entry: Sendable, Hashable {
    /// The assignment's identifier, such as `affine-relu`.
    package let assignment: String
    /// What it counts in the course's mark, in points of 100.
    package let weight: Ratio
    /// The parts that it teaches; `nil` for all of them.
    package let parts: [String]?
    /// Those of them that are handed in as Python; `nil` for all that it teaches.
    package let partsInPython: [String]?

    /// An assignment, or those of its parts that are taught.
    package init(
      _ assignment: String, weight: Ratio, parts: [String]? = nil, inPython: [String]? = nil
    ) {
      self.assignment = assignment
      self.weight = weight
      self.parts = parts
      partsInPython = inPython
    }
  }

  /// Whether any of it can be handed in as Python.
  package var isTaughtInPython: Bool { entries.contains { $0.partsInPython != [] } }

  /// A course of these assignments.
  package init(
    id: String, title: String, folder: String, entries: [Entry],
    conventions: [Convention] = [], names: [String: Function] = [:]
  ) {
    self.id = id
    self.title = title
    self.folder = folder
    self.entries = entries
    self.conventions = conventions
    self.names = names
  }

  /// The assignment as this course teaches it in Python: without the other parts and their points.
  ///
  /// - Parameters:
  ///   - assignment: The whole assignment.
  ///   - chosen: The conventions that the class has chosen.
  /// - Returns: What is graded; `nil` where the course does not teach it in Python.
  package func taught(_ assignment: Assignment, by chosen: [Convention] = []) -> Assignment? {
    guard let entry = entries.first(where: { $0.assignment == assignment.id }),
      entry.partsInPython != []
    else { return nil }
    var taught = assignment
    taught.parts = entry.parts(of: assignment, inPython: true)
    taught.title += ", as in \(title)"
    taught.conventions = conventions
    taught.chosenConventions = chosen
    taught.names = names
    return taught
  }
}

extension Assignment {
  /// The names of all questions that its checks ask of code, in order, each once.
  package var questionNames: [String] {
    var seen: Set<String> = []
    return checks.filter { $0.medium == .code }.flatMap { $0.questions(.public) }.map(\.name)
      .filter { seen.insert($0).inserted }
  }
}
