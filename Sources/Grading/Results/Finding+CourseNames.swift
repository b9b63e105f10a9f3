extension Finding {
  /// The finding in the words of a course: its functions by the names that the course gives them.
  ///
  /// - Parameter names: The course's names of the contract's methods; without any, nothing changes.
  /// - Returns: The same finding, told so.
  func calling(_ names: [String: String]) -> Finding {
    guard !names.isEmpty else { return self }
    var finding = self
    finding.question = question.map { names[$0] ?? $0 }
    finding.outputs = outputs.map { output in
      var output = output
      output.diagnosis = output.diagnosis.map { $0.calling(names) }
      return output
    }
    return finding
  }
}

extension Diagnosis {
  fileprivate func calling(_ names: [String: String]) -> Diagnosis {
    // In a sentence "affine" is a word, and only "affineBackward" is sure to be a method.
    let methods = names.filter { $0.key.contains(where: \.isUppercase) }
    let head = place.prefix { $0 != "," }
    return Diagnosis(
      id: id, looksLike: looksLike.calling(methods), why: why.calling(methods),
      place: String(head).calling(names)
        + String(place[head.endIndex...]).calling(methods))
  }
}

extension String {
  fileprivate func calling(_ names: [String: String]) -> String {
    replacing(/\w+/) { names[String($0.output)] ?? String($0.output) }
  }
}
