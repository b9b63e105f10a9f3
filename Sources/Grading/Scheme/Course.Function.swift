extension Course {
  /// What a course calls one of the contract's methods, its inputs and its outputs.
  package struct Function: Sendable, Hashable {
    /// The function, such as `affine_backward`.
    package let name: String
    /// Inputs and outputs by the contract's names, as far as the course has others: `dx` for `gradH`.
    package let values: [String: String]

    /// A function of that name.
    package init(_ name: String, _ values: [String: String] = [:]) {
      self.name = name
      self.values = values
    }
  }
}

/// The words of a course, for what one check asks.
struct CourseWords {
  /// Methods, by the contract's names.
  private let functions: [String: String]
  /// Inputs and outputs of the questions, by the contract's names.
  private let values: [String: String]

  /// The words for a check that asks these questions.
  init(_ names: [String: Course.Function], asking questions: [String]) {
    functions = names.mapValues(\.name)
    values = questions.compactMap { names[$0]?.values }
      .reduce(into: [:]) { $0.merge($1) { first, _ in first } }
  }

  func function(_ name: String) -> String { functions[name] ?? name }
  func value(_ name: String) -> String { values[name] ?? name }

  /// A sentence with every word that is a name in its place.
  func sentence(_ text: String) -> String {
    // In a sentence "affine" is a word, and only "affineBackward" is sure to be a method.
    let methods = functions.filter { $0.key.contains(where: \.isUppercase) }
    return text.replacing(/[A-Za-z0-9_]+/) { match in
      let word = String(match.output)
      return values[word] ?? methods[word] ?? word
    }
  }

  /// A place begins with the method's name.
  func place(_ text: String) -> String {
    let head = text.prefix { $0 != "," && $0 != ":" }
    return String(head).replacing(/[A-Za-z0-9_]+/) { function(String($0.output)) }
      + sentence(String(text[head.endIndex...]))
  }
}
