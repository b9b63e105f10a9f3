import Foundation
import Grading
import Hosting

/// Tells from the functions that submissions define which courses and assignments they answer.
package struct CourseFinder: Sendable {
  /// One assignment of one course.
  package struct Candidate: Sendable {
    package let course: Course
    /// The whole assignment.
    package let assignment: Assignment
    /// What the course asks of it.
    package let questions: Set<String>
  }

  /// In the order of the catalogue.
  package let candidates: [Candidate]
  private let workshop: PythonWorkshop
  private let home: Home

  /// Looks for these courses' functions.
  ///
  /// - Parameters:
  ///   - courses: The courses in question.
  ///   - assignments: The assignments in question.
  ///   - workshop: Where submissions are looked into.
  ///   - home: Where the courses' files lie.
  package init(
    courses: [Course], assignments: [Assignment], workshop: PythonWorkshop, home: Home
  ) {
    self.workshop = workshop
    self.home = home
    candidates = courses.flatMap { course in
      course.entries.compactMap { entry in
        guard let assignment = assignments.first(where: { $0.id == entry.assignment }),
          let taught = course.taught(assignment)
        else { return nil }
        return Candidate(
          course: course, assignment: assignment, questions: Set(taught.questionNames))
      }
    }
  }

  /// What one submission could answer.
  package struct Standing: Sendable {
    /// For each candidate how many of its questions.
    package let counts: [Int]
    /// For each candidate how many there are.
    fileprivate let sizes: [Int]
    /// What cannot be read of it.
    package let notes: [HandIn.SourceNote]
    /// What the courses call the functions that were looked for.
    package let names: [String]

    /// The number of the candidate of which it answers most, of equals the one of which it leaves
    /// least open, then the first; `nil` where it answers nothing at all.
    package var best: Int? {
      guard let most = counts.max(), most > 0 else { return nil }
      // `min` keeps the first of equals.
      return counts.indices.filter { counts[$0] == most }.min { sizes[$0] < sizes[$1] }
    }
  }

  /// Looks into one submission, and runs nothing of it.
  ///
  /// - Throws: `HostError` where that cannot be done here.
  package func standing(of found: FoundSubmission) throws(HostError) -> Standing {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let folder = scratch.path + "/submission"
    try SourceFiles.collect(from: found.path, language: .python).writeTree(to: folder)
    let sizes = candidates.map(\.questions.count)
    let courses = candidates.map(\.course.folder).uniqued
    let plugins = courses.map(home.plugin)
    guard case .inspected(let inspection) = try workshop.inspect(folder, by: plugins) else {
      return Standing(counts: candidates.map { _ in 0 }, sizes: sizes, notes: [], names: [])
    }
    let counts = candidates.map { candidate in
      courses.firstIndex(of: candidate.course.folder)
        .map { inspection.answered(by: $0).intersection(candidate.questions).count } ?? 0
    }
    let names = candidates.flatMap { candidate -> [String] in
      guard let plugin = courses.firstIndex(of: candidate.course.folder) else { return [] }
      let expected = inspection.expected(by: plugin)
      return candidate.questions.compactMap { expected[$0] }.sorted()
    }
    return Standing(counts: counts, sizes: sizes, notes: inspection.notes, names: names.uniqued)
  }
}

extension [String] {
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
