import Spelling

/// One option of a command.
struct Option: Sendable {
  /// The name with its dashes, such as `--jobs`.
  let name: String
  /// What stands for its value in the help, such as `N`; `nil` for a plain switch.
  let value: String?
  /// One sentence for the help.
  let help: String

  init(_ name: String, _ value: String? = nil, _ help: String) {
    self.name = name
    self.value = value
    self.help = help
  }
}

/// A command line taken apart: options by name, and what is left.
struct Arguments: Sendable {
  /// What was typed, with the seed's value left out: it is the course's secret.
  let shown: [String]
  private(set) var positionals: [String] = []
  private var values: [String: [String]] = [:]

  /// Takes apart what follows the command's name; `--name value` and `--name=value` are the same,
  /// and nothing after `--` is an option.
  init(_ words: [String], options: [Option]) throws(UsageError) {
    shown = words.enumerated().map { index, word in
      if index > 0, words[index - 1] == "--seed" { return "…" }
      return word.hasPrefix("--seed=") ? "--seed=…" : word
    }
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        positionals += rest
        break
      }
      guard word.hasPrefix("-"), word != "-" else {
        positionals.append(word)
        continue
      }
      let halves = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(halves[0])
      guard let option = options.first(where: { $0.name == name }) else {
        throw UsageError(unknown: "option", name, among: options.map(\.name))
      }
      guard let kind = option.value else {
        guard halves.count == 1 else { throw UsageError("\(name) takes no value") }
        values[name, default: []].append("")
        continue
      }
      guard let value = halves.count == 2 ? String(halves[1]) : rest.popFirst() else {
        throw UsageError("\(name) needs a value: \(name) \(kind)")
      }
      values[name, default: []].append(value)
    }
  }

  /// Whether a switch was given.
  func has(_ name: String) -> Bool { values[name] != nil }

  /// The value given last.
  func value(_ name: String) -> String? { values[name]?.last }

  /// All values of an option that may be repeated, in order.
  func all(_ name: String) -> [String] { values[name] ?? [] }

  /// A whole number within bounds.
  func integer(_ name: String, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
    guard let text = value(name) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw UsageError(
        "\(name) takes a whole number from \(range.lowerBound) to \(range.upperBound), not '\(text)'"
      )
    }
    return number
  }

  /// One of a few words.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, of type: Choice.Type
  ) throws(UsageError) -> Choice? {
    guard let text = value(name) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      throw UsageError(
        unknown: "value of \(name)", text, among: Choice.allCases.map(\.rawValue))
    }
    return choice
  }
}
