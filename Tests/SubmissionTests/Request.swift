import Classroom
import Foundation
import Grading
import Reference
import Spelling

/// What the environment and the command line ask of this test run.
enum Request: Sendable {
  /// Nobody asked for a submission to be graded.
  case none
  case grade(FoundSubmission, Assignment)
  /// A submission in Python: its functions tell the course, and the assignment where none is named.
  case gradePython(FoundSubmission, Assignment?)
  /// Somebody did, in a way that cannot be carried out.
  case wrong(String)

  static let current = Request(
    environment: ProcessInfo.processInfo.environment, arguments: CommandLine.arguments)

  var isPresent: Bool {
    if case .none = self { false } else { true }
  }

  init(environment: [String: String], arguments: [String]) {
    let names = ["SUBMISSION", "ASSIGNMENT"]
    let slip = environment.keys.sorted().first { name in
      !names.contains(name) && names.contains { $0.editDistance(to: name.uppercased()) <= 1 }
    }
    if let slip {
      let meant = slip.nearest(among: names) ?? names[0]
      self = .wrong("the variable \(slip) is unknown; did you mean \(meant)?")
    } else if let path = environment["SUBMISSION"], !path.isEmpty {
      self = Self.grading(path, environment["ASSIGNMENT"])
    } else if Self.isAskedForByName(arguments) {
      self = .wrong("set SUBMISSION=path to say which submission is to be graded")
    } else if environment["ASSIGNMENT"] != nil {
      self = .wrong("ASSIGNMENT is set without SUBMISSION; set SUBMISSION=path too")
    } else {
      self = .none
    }
  }

  /// Whether `--filter` picks this suite out of all the others.
  private static func isAskedForByName(_ arguments: [String]) -> Bool {
    zip(arguments, arguments.dropFirst()).contains { option, value in
      option == "--filter" && value.contains("SubmissionTests")
    } || arguments.contains { $0.hasPrefix("--filter=") && $0.contains("SubmissionTests") }
  }

  private static func grading(_ path: String, _ id: String?) -> Request {
    let found: FoundSubmission
    do {
      guard case .submission(let submission) = try Found(at: path) else {
        return .wrong("'\(path)' is a class; SUBMISSION takes one submission")
      }
      found = submission
    } catch {
      return .wrong("SUBMISSION: \(error)")
    }
    let ids = Catalogue.all.map(\.id)
    if let id {
      guard let assignment = Catalogue.all.first(where: { $0.id == id }) else {
        let hint = id.nearest(among: ids).map { "did you mean \($0)?" }
        return .wrong(
          "ASSIGNMENT: there is no '\(id)'; \(hint ?? "there are: " + ids.joined(separator: ", "))")
      }
      return found.language == .python ? .gradePython(found, assignment) : .grade(found, assignment)
    }
    if found.language == .python { return .gradePython(found, nil) }
    guard let assignment = AssignmentFinder(catalogue: Catalogue.all).assignment(of: [found]) else {
      return .wrong(
        "'\(path)' names no contract; set ASSIGNMENT to one of: \(ids.joined(separator: ", "))")
    }
    return .grade(found, assignment)
  }
}
