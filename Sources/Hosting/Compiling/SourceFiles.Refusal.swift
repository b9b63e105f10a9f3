extension SourceFiles {
  /// Something that was not taken, and why.
  package struct Refusal: Sendable, Equatable {
    /// The kinds of reasons that callers tell apart.
    package enum Reason: String, Sendable {
      case missing, unreadable, empty
      case link, notAFile, oddName, duplicate, tooDeep
      case tooLarge, tooLargeTogether, tooMany
    }

    /// Where it lies in the submission.
    package let name: String
    /// The kind of reason.
    package let reason: Reason
    /// The reason as a plain sentence for the student.
    package let sentence: String
  }
}

// MARK: - Sentences for the student

extension SourceFiles.Refusal {
  static func missing(_ name: String) -> Self {
    Self(name, .missing, "There is nothing at \(name) to grade.")
  }

  static func unreadable(_ name: String) -> Self {
    Self(name, .unreadable, "\(name) cannot be read; check its permissions.")
  }

  static func empty(_ name: String, _ language: SourceLanguage) -> Self {
    Self(name, .empty, "There is no \(language.name) file in \(name).")
  }

  static func link(_ name: String) -> Self {
    Self(name, .link, "\(name) is a symbolic link; hand in the file itself.")
  }

  static func notAFile(_ name: String) -> Self {
    Self(name, .notAFile, "\(name) is not an ordinary file.")
  }

  static func oddName(_ name: String, _ language: SourceLanguage) -> Self {
    Self(
      name, .oddName, "\(name) is not a name for a \(language.name) file; use letters and digits.")
  }

  static func duplicate(_ name: String, of other: String) -> Self {
    Self(name, .duplicate, "\(name) has the same name as \(other); only the latter was taken.")
  }

  static func tooDeep(_ name: String, _ language: SourceLanguage) -> Self {
    Self(name, .tooDeep, "\(name) lies more than \(language.deepestFolder) folders deep.")
  }

  static func tooLarge(_ name: String, _ language: SourceLanguage) -> Self {
    Self(name, .tooLarge, "\(name) is larger than \(language.largestFile >> 20) MiB.")
  }

  static func tooLargeTogether(_ name: String, _ language: SourceLanguage) -> Self {
    let limit = language.largestTotal >> 20
    return Self(
      name, .tooLargeTogether, "With \(name) the files together are larger than \(limit) MiB.",
    )
  }

  static func tooMany(_ name: String, _ language: SourceLanguage) -> Self {
    let limits =
      "\(SourceFiles.mostFiles) \(language.name) files or \(SourceFiles.mostEntries) entries"
    return Self(
      name, .tooMany, "There are more than \(limits); from \(name) on nothing was looked at.",
    )
  }

  private init(_ name: String, _ reason: Reason, _ sentence: String) {
    self.name = name
    self.reason = reason
    self.sentence = sentence
  }
}
