import Grading
import Spelling

extension PythonInspection {
  /// Most errors that a student reads at once.
  private static let mostNotes = 20

  /// What the student reads: the errors at lines of their own files; of a file in Python 2 that alone,
  /// instead of the errors that follow from it.
  package var notes: [HandIn.SourceNote] {
    let all = files.flatMap { file -> [HandIn.SourceNote] in
      if let sign = file.sign {
        return [.init(file: file.name, line: sign.line, column: 1, message: Self.old(sign.words))]
      }
      return file.errors.map {
        .init(
          file: file.label(of: $0), line: max(1, $0.line), column: max(1, $0.column),
          message: $0.message)
      }
    }
    return Array(all.prefix(Self.mostNotes))
  }

  /// Files of which nothing can be used; a notebook has other cells.
  package var setAside: [HandIn.SetAside] {
    files.filter(\.isBroken).map {
      .init(
        file: $0.name,
        reason: $0.python2 == nil ? "it does not compile" : "it is written for Python 2")
    }
  }

  /// Why nothing of the submission can be run, where no function answers anything.
  package var refusal: HandIn.Status? {
    // Of a notebook one cell may be broken, and the others are there all the same.
    let faulty = files.filter { $0.isBroken || !$0.errors.isEmpty && functions.isEmpty }
    guard let first = faulty.first else { return nil }
    guard let old = faulty.lazy.compactMap(\.python2).first else { return .compileError }
    let place = faulty.first { $0.python2 != nil }?.name ?? first.name
    return .rejectedSource("it is written for Python 2 (\(place), \(old)); hand in Python 3")
  }

  /// The functions that the course asks for and the submission lacks, in the order of `questions`.
  package func missing(for questions: [String]) -> [HandIn.MissingMethod] {
    let (answered, expected) = (answered(), expected())
    // One function may answer several questions.
    var named: Set<String> = []
    var written = Set(functions).subtracting(expected.values).sorted()
    return questions.filter { !answered.contains($0) }.compactMap { question in
      guard let name = expected[question], named.insert(name).inserted else { return nil }
      guard !functions.contains(name) else {
        // One that is there and is not called takes another number of arguments.
        let count = parameters?.first?[question] ?? nil
        let words = count.map { "\(name) with \($0) argument\($0 == 1 ? "" : "s")" } ?? name
        return .init(expected: words, found: name)
      }
      let nearest = name.nearest(among: written)
      written.removeAll { $0 == nearest }
      return .init(expected: name, found: nearest)
    }
  }

  private static func old(_ words: String) -> String {
    "this is Python 2, and Python 3 is asked for: \(words)"
  }
}

extension PythonInspection.File {
  fileprivate var isBroken: Bool { errors.contains { $0.file ?? name == name } }

  /// Where Python 2 shows, taken apart.
  fileprivate var sign: (line: Int, words: String)? {
    guard let python2 else { return nil }
    let parts = python2.split(separator: ":", maxSplits: 1)
    let line = parts.first.flatMap { $0.split(separator: " ").last }.flatMap { Int($0) }
    let words = parts.count > 1 ? parts[1].trimmingPrefix(" ") : parts[0]
    return (line ?? 1, String(words))
  }

  /// The file, or a cell of it: nothing else may stand there.
  fileprivate func label(of fault: PythonInspection.Fault) -> String {
    guard let label = fault.file, label.hasPrefix(name) else { return name }
    return label
  }
}
