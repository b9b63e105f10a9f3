import Foundation
import Grading
import Testing
import Worksheets

@testable import StudentWork

// Each check runs in a process of its own, so that a crash or an endless loop costs that check alone.

/// How long a check may take, in seconds.
private let seconds = 10

/// What is kept of such a process.
let observed: [any PartialKeyPath<ExitTest.Result> & Sendable] = [
  \.standardOutputContent, \.standardErrorContent,
]

/// Asks the runtime to name the line of a crash; the processes that are started now inherit it.
func traceCrashes() {
  setenv(
    "SWIFT_BACKTRACE",
    "enable=yes,color=no,interactive=no,threads=crashed,images=none,registers=none", 0)
}

/// Runs one check, says what it found, and ends the process.
///
/// Never with success: that the code under test ended the process would look the same.
func sit(_ id: String) -> Never {
  // Line by line, so that a crash does not swallow what was printed before it.
  setvbuf(stdout, nil, _IOLBF, 0)
  print(HomeTranscript.beginning, terminator: "")
  alarm(UInt32(seconds))
  var last: String?
  do {
    let code = OwnCode(Submission()) { question in
      if question.name != last { say(HomeTranscript.asking(question.name)) }
      last = question.name
    }
    for check in publicChecks where check.id == id {
      let finding = try check.judge(code)
      say(HomeTranscript.ending(HomeResult(finding, askedLast: last)))
    }
  } catch {
    say(HomeTranscript.ending(.wrong(["\(error)"])))
  }
  fflush(nil)
  _exit(EXIT_FAILURE)
}

/// Says what became of a check.
func tell(_ id: String, _ process: ExitTest.Result?) throws {
  // Without a process its expectation has failed: it ended as if all were well.
  guard let process else {
    let question = id.prefix { $0 != "/" }
    Issue.record(
      "the program ended itself with status 0 in \(question)", sourceLocation: place(of: id))
    return
  }
  say(HomeTranscript.printed(in: String(decoding: process.standardOutputContent, as: UTF8.self)))
  let (signal, status): (Int32?, Int32) =
    switch process.exitStatus {
    case .signal(let signal): (signal, 0)
    case .exitCode(let status): (nil, status)
    @unknown default: (nil, EXIT_FAILURE)
    }
  let written = String(decoding: process.standardErrorContent, as: UTF8.self)
  let result = HomeTranscript(written, signal: signal, status: status)
    .result(watchdog: (SIGALRM, seconds), work: work)
  switch result {
  case .right: break
  case .todo(let what): try pass(over: "todo: \(what)")
  case .undecided(let why): try pass(over: "nothing can be said: \(why)")
  case .wrong(let texts):
    for text in texts { Issue.record("\(text)", sourceLocation: place(of: id)) }
  }
}

/// Where the test run writes its own lines, so that all stay in order.
private func say(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

/// Reads the answer sheet: whether it can be understood, and what is still blank.
func read(_ starter: String, for worksheet: Worksheet) throws {
  guard let name = sheetName(starter),
    let bytes = FileManager.default.contents(atPath: "\(work)/\(name)")
  else { return try pass(over: "todo: there is no \(starter)") }
  let sheet = AnswerSheet(parsing: bytes)
  // A sheet with somebody's own numbers has the same slots, and says whose it is.
  for problem in sheet.problems + worksheet.problems(of: sheet) {
    Issue.record(
      "\(name): \(problem)",
      sourceLocation: SourceLocation(
        fileID: "Submission/\(name)", filePath: "\(work)/\(name)", line: problem.line, column: 1))
  }
  let blank = worksheet.slots.map(\.name).filter { sheet[$0] == nil }
  if !blank.isEmpty { try pass(over: "todo: still blank: \(blank.joined(separator: ", "))") }
}

/// Prints what to hand in, and its receipt.
func showReceipt(of sheets: [String]) throws {
  let files = try names(in: work).filter {
    $0.lowercased().hasSuffix(".swift") && !$0.lowercased().hasSuffix("package.swift")
  }
  let there = sheets.compactMap(sheetName)
  let receipt = Receipt(
    of: (files + there).map { name in
      (name, FileManager.default.contents(atPath: "\(work)/\(name)").map(Array.init) ?? [])
    })
  say("Hand in the folder Submission: \((files + there).joined(separator: ", "))\n")
  say("Receipt \(receipt)\n")
}

// MARK: - The student's folder

private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().path
private let work = root + "/Submission"

/// The files of a folder as they are handed in: without hidden ones, at most three folders deep.
private func names(in folder: String) throws -> [String] {
  try FileManager.default.subpathsOfDirectory(atPath: folder).filter { name in
    let parts = name.split(separator: "/")
    return parts.count <= 4 && !parts.contains { $0.hasPrefix(".") }
  }.sorted()
}

/// The sheet as it is handed in: the blank one filled in, or one in JSON instead.
private func sheetName(_ starter: String) -> String? {
  [starter, "answers.json", "answers.json5"].first {
    FileManager.default.fileExists(atPath: "\(work)/\($0)")
  }
}

/// Where the method that a check is named for begins.
private func place(of id: String) -> SourceLocation {
  let method = id.prefix { $0 != "/" }
  for name in (try? names(in: work)) ?? [] where name.hasSuffix(".swift") {
    let text = (try? String(contentsOfFile: "\(work)/\(name)", encoding: .utf8)) ?? ""
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    if let line = lines.firstIndex(where: { $0.contains("func \(method)(") }) {
      return SourceLocation(
        fileID: "StudentWork/\(name)", filePath: "\(work)/\(name)", line: line + 1, column: 3)
    }
  }
  return #_sourceLocation
}

/// Ends a test that neither passed nor failed.
private func pass(over words: String) throws {
  #if compiler(>=6.3)
    try Test.cancel("\(words)")
  #else
    withKnownIssue("\(words)") { Issue.record("\(words)") }
  #endif
}
