import Foundation
import Grading
import Hosting
import Reference

extension Command {
  static let new = Command(
    name: "new", synopsis: "assignment <id> | part <assignment> <id>",
    summary: "Scaffold a new assignment, or a new part of one.",
    discussion: """
      Writes all files of a small working exercise into gradecheck's source tree, to be replaced piece by
      piece by your own: the contract, the starter, the handout, the reference solution, the scheme,
      misconceptions, right alternatives and example submissions. What it leaves passes the tests, so
      that every step after it can be tested. An identifier is made of words with hyphens: leaky-relu.
      """,
    options: []
  ) { arguments, console in
    let words = arguments.positionals
    let home = try Home.find()
    guard home.reference != nil else {
      throw InputError("'\(home.path)' holds no reference/; `new` works in the source tree")
    }
    var scaffold = Scaffold(root: home.path)
    switch (words.first, words.count) {
    case ("assignment", 2):
      try scaffold.addAssignment(ScaffoldNames(words[1]))
    case ("part", 3):
      try scaffold.addPart(ScaffoldNames(words[2]), to: Assignment.named(words[1]))
    default:
      throw UsageError("new needs: gradecheck new assignment <id>, or new part <assignment> <id>")
    }
    try scaffold.write()
    for path in scaffold.texts.keys.sorted() { console.print(path + "\n") }
    let id = words[1]
    console.print(
      "\nNext: swift run gradecheck examine \(id), then replace the example by your own.\n")
    return .success
  }
}

extension Scaffold {
  /// Where the templates lie.
  private static let templates = "Sources/Commands/Commands.docc/Resources"
  private static let catalogue = "reference/Catalogue.swift"

  /// Every file of an assignment, and its line in the catalogue.
  mutating func addAssignment(_ names: ScaffoldNames) throws {
    guard Catalogue.assignment(names.id) == nil, Catalogue.course(names.id) == nil else {
      throw InputError("there is a '\(names.id)' already; choose another name")
    }
    let folder = "\(Self.templates)/NewAssignment"
    let files = FileManager.default.enumerator(atPath: "\(root)/\(folder)")
    for case let path as String in files ?? .init() {
      guard !URL(fileURLWithPath: "\(root)/\(folder)/\(path)").hasDirectoryPath else { continue }
      let text = try read("\(folder)/\(path)")
      try add(
        names.replacing("Assignment", in: path), names.replacing("Assignment", in: text))
    }
    try edit(Self.catalogue) {
      $0.insert("    .\(names.member),\n", before: "  ]\n", after: "let all: [Assignment] = [")
    }
  }

  /// The file of a part, and its lines in the files of its assignment.
  mutating func addPart(_ names: ScaffoldNames, to assignment: Assignment) throws {
    guard !assignment.parts.contains(where: { $0.id == names.id }) else {
      throw InputError("\(assignment.id) has a part '\(names.id)' already; choose another name")
    }
    let contract = assignment.contract
    let (shown, hidden) = (
      "assignments/\(contract)/\(contract)", "reference/\(contract)/\(contract)"
    )
    let docc = "assignments/\(contract)/\(contract).docc"
    func template(_ name: String) throws -> String {
      names.replacing("Part", in: try read("\(Self.templates)/NewPart/\(name)"))
        .replacing("NewAssignment", with: contract)
    }
    try add("\(hidden)+\(names.type).swift", template("Reference.swift"))
    let (requirement, branch) = (try template("Requirement.txt"), try template("Case.txt"))
    try edit("\(shown).swift") {
      $0.insert(requirement, before: "}\n", after: "public protocol \(contract): Contract {")
        && $0.insert(branch, before: "    default:")
    }
    let (absent, starter) = (try template("Default.txt"), try template("Starter.txt"))
    try edit("\(shown)+NotImplemented.swift") { $0.insertAtEnd(absent) }
    try edit("\(docc)/Resources/Submission.swift") { $0.insertAtEnd(starter) }
    let (check, list) = (try template("PublicCheck.txt"), assignment.memberName)
    try edit("\(shown)+PublicChecks.swift") {
      $0.insert(check, behind: "[\n", after: "static let \(list) =")
    }
    let solution = "\(contract)Reference.\(names.member)"
    try edit("\(hidden)+Grading.swift") {
      $0.insert(".\(names.member), ", behind: "parts: [")
        && $0.insert("\(solution)Misconceptions\n      + ", behind: "misconceptions: ")
        && $0.insert("\(solution)Alternatives\n      + ", behind: "alternatives: ")
    }
    let before = "| **together** | **\(assignment.points)** |"
    try edit("\(docc)/\(contract).md") {
      guard $0.contains(before) else { return false }
      $0 = $0.replacing(before, with: "| **together** | **\(assignment.points + 2)** |")
      return $0.insert("\n| \(names.title) | 2 |", behind: "| part | points |\n|---|---|")
    }
  }
}
