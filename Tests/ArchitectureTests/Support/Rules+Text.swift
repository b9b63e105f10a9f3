extension Rules {
  /// Longest file, in lines.
  static let longestFile = 400
  /// Longest function, in lines.
  static let longestFunction = 60

  /// A file that is too long to be read in one sitting.
  static func fileLength(_ file: SourceFile) -> [String] {
    guard file.lineCount > longestFile else { return [] }
    return [file.breach(file.lineCount, "\(file.lineCount) lines, at most \(longestFile)")]
  }

  /// Functions, initialisers and subscripts that are too long, from their first to their last line.
  static func functionLength(_ file: SourceFile) throws -> [String] {
    let head =
      #"^[ \t]*(?:@?[\w()]+[ \t]+)*(?:func\s+[^\s(<]+|(?:init[?!]?|subscript)\s*(?=[(<])|deinit\b)"#
    let regex = try Regex(head).anchorsMatchLineEndings()
    return file.code.matches(of: regex).compactMap { match in
      guard let end = end(ofFunctionFrom: match.range.upperBound, in: file.code) else { return nil }
      let first = file.line(of: match.range.lowerBound)
      let length = file.line(of: end) - first + 1
      guard length > longestFunction else { return nil }
      return file.breach(first, "a function of \(length) lines, at most \(longestFunction)")
    }
  }

  /// The brace that ends the function whose head is here; nil where it has no body.
  private static func end(ofFunctionFrom start: String.Index, in code: String) -> String.Index? {
    var index = start
    var (brackets, braces) = (0, 0)
    while index < code.endIndex {
      switch code[index] {
      case "(", "[": brackets += 1
      case ")", "]": brackets -= 1
      case "{" where brackets == 0: braces += 1
      case "}" where brackets == 0:
        braces -= 1
        if braces <= 0 { return braces == 0 ? index : nil }
      case "\n" where braces == 0 && brackets == 0:
        // A requirement of a protocol ends where the next declaration begins.
        let next = code[index...].drop { $0.isWhitespace }
        let ends = [
          "func", "var", "let", "init", "static", "mutating", "associatedtype", "subscript",
        ]
        if ends.contains(where: next.hasPrefix) { return nil }
      default: break
      }
      index = code.index(after: index)
    }
    return nil
  }

  /// A name that says nothing about what is inside.
  static func name(_ file: SourceFile) -> [String] {
    ["Utils", "Utilities", "Helper", "Common", "Manager"].filter(file.name.contains).map {
      file.breach(1, "a file is not called \($0): name it for what it holds")
    }
  }

  /// Differences between platforms outside the files for them.
  static func platforms(_ file: SourceFile) throws -> [String] {
    guard !House.isPlatformFile(file.name) else { return [] }
    return try file.matches(of: #"^[ \t]*#(?:else)?if\b.*\b(?:os|canImport|arch)\("#).map {
      file.breach($0.line, "#if os and canImport belong in +Linux, +Darwin or Platform*.swift")
    }
  }

  /// Ways to stop the program that give no reason.
  static func force(_ file: SourceFile) throws -> [String] {
    let traps = try file.matches(of: #"\btry!|\bas!"#).map {
      file.breach($0.line, "no \($0.match[0])")
    }
    guard file.name != "Stop.swift" else { return traps }
    return try traps
      + file.matches(of: #"\bfatalError\("#).map {
        file.breach($0.line, "fatalError belongs in Stop.swift")
      }
  }

  /// A word in what students may see of what they may not.
  static func wall(_ file: SourceFile) -> [String] {
    guard file.path.hasPrefix("assignments/") else { return [] }
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    return zip(1..., lines).compactMap { number, line in
      guard line.lowercased().contains("reference") else { return nil }
      return file.breach(number, "nothing that students see mentions the reference")
    }
  }
}
