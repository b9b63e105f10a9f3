/// The rooms of the house: which module may import which, by floor.
///
/// A module that is missing here is a new room: give it a row, on the floor where it belongs.
enum House {
  /// Arithmetic, chance, text and what crosses the pipe; inside the floor the arrows are these.
  static let ground: [String: Set<String>] = [
    "Tensors": [], "PlainText": [], "Digests": [], "Spelling": [],
    "NumPyRandom": ["Tensors"],
    "NumericChecks": ["Tensors"],
    "Coursework": ["NumPyRandom", "PlainText", "Tensors"],
  ]

  private static let floor0 = Set(ground.keys)
  private static let floor1: Set = ["Grading", "Worksheets"]

  /// Which modules of the package each module may import.
  static let rooms: [String: Set<String>] = ground.merging(
    [
      "Grading": floor0,
      "Worksheets": floor0,
      "Assignments": floor0.union(floor1),
      "Reference": floor0.union(floor1).union(["Assignments"]),
      "Trampoline": [],
      // Whoever runs code that we do not trust knows no assignment.
      "Hosting": floor0.union(["Grading"]),
      "Classroom": floor0.union(floor1).union(["Hosting"]),
      "Reports": floor0.union(["Grading"]),
      "Handouts": floor0.union(["Grading", "Hosting"]),
      "Datasets": floor0,
      "Commands": floor0.union(floor1).union([
        "Assignments", "Classroom", "Datasets", "Handouts", "Hosting", "Reference", "Reports",
      ]),
      "gradecheck": ["Commands"],
    ]) { $1 }

  /// The modules that stay free of Foundation: they are compiled into every student's kit, or judge.
  static let withoutFoundation = floor0.union(floor1).union(["Assignments"])

  /// What the toolchain itself brings.
  static let toolchain: Set = [
    "Swift", "Foundation", "FoundationEssentials", "FoundationNetworking", "FoundationXML",
    "Dispatch", "Synchronization",
  ]

  /// The C library under its names; its differences belong in files of their own.
  static let cLibraries: Set = ["Glibc", "Musl", "Darwin"]

  /// The module that a file is compiled into; nil for a file of the tests.
  static func module(of path: String) -> String? {
    let parts = path.split(separator: "/").map(String.init)
    switch parts.first {
    case "Sources": return parts.count > 2 ? parts[1] : nil
    case "assignments": return "Assignments"
    case "reference": return "Reference"
    default: return nil
    }
  }

  /// Whether a file is one of those in which platforms may differ.
  static func isPlatformFile(_ name: String) -> Bool {
    let stem = name.split(separator: ".").first ?? ""
    return stem.hasSuffix("+Linux") || stem.hasSuffix("+Darwin") || stem.hasPrefix("Platform")
  }
}
