import Foundation
import Grading
import PlainText
import Reports

/// The reports and records that a run of `grade` left behind.
struct PastRun: Sendable {
  let folder: ReportFolder
  /// Whether each submission has a folder of its own.
  let isClass: Bool
  /// The names of the submissions with a report.
  let submissions: [String]
  let ungraded: [ClassReport.Ungraded]

  init(at path: String) throws(InputError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else { throw InputError("there is no folder of reports at '\(path)'") }
    folder = ReportFolder(existing: path)
    guard let run = try? JSON(parsing: folder.read("run.json", atMost: Self.longest)),
      case .bool(let isClass)? = run["class"], let submissions = run["submissions"]?.arrayValue,
      let ungraded = run["ungraded"]?.arrayValue
    else {
      throw InputError(
        "'\(path)' has no run.json that tells what was graded; give the --output folder of a "
          + "gradecheck grade that came to its end")
    }
    self.isClass = isClass
    self.submissions = submissions.compactMap(\.stringValue)
    self.ungraded = ungraded.compactMap { entry in
      guard let name = entry["name"]?.stringValue, let reason = entry["reason"]?.stringValue else {
        return nil
      }
      return ClassReport.Ungraded(name: name, reason: reason)
    }
    // These names become paths: none may lead out of the folder.
    if let odd = self.submissions.first(where: { $0.contains("/") || ["", ".", ".."].contains($0) })
    {
      throw InputError("the run.json in '\(path)' names a submission '\(odd)', which is no name")
    }
  }

  /// No report or run is longer.
  static let longest = 64 << 20
}

// MARK: - Of one submission

extension PastRun {
  /// Where the submission's report lies.
  func reports(of name: String) -> ReportFolder {
    isClass ? ReportFolder(existing: "\(folder.path)/\(name)") : folder
  }

  /// The text of its `report.json`, and what it says.
  func report(of name: String) throws -> (text: [UInt8], report: Report) {
    let text = try reports(of: name).read("report.json", atMost: Self.longest)
    let report = try Report(json: text)
    guard report.handIn.name == Sanitised(name).line else {
      throw InputError("its report.json is that of '\(report.handIn.name)'")
    }
    return (text, report)
  }

  /// What it answered.
  func record(of name: String) throws -> Record {
    let bytes = try folder.read(ReportFolder.record(of: name), atMost: Record.longest)
    let record = try Record(bytes: bytes)
    guard record.handIn.name == name else {
      throw InputError("its record is that of '\(record.handIn.name)'")
    }
    return record
  }

  /// Who the reports were written for: numbers that give answers away lie beside the staff's alone.
  func audience(of name: String) -> Audience {
    reports(of: name).has("evidence.json") ? .staff : .student
  }
}
