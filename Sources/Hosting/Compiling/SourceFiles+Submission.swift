extension SourceFiles.File {
  /// Whether a type called `Submission` is declared in it, comments aside.
  package var declaresSubmission: Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    let declaration = /\b(struct|class|enum|actor)\s+Submission\b/
    // Most files hold no such words, and taking the comments out of a large file takes long.
    guard text.contains(declaration) else { return false }
    let comment = /\/\/[^\r\n]*|\/\*.*?\*\//.dotMatchesNewlines()
    return text.replacing(comment, with: " ").contains(declaration)
  }

  /// Whether it is the file that a submission is expected in.
  package var isNamedSubmission: Bool { baseName.lowercased() == "submission.swift" }
}
