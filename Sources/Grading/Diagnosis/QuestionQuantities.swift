import Coursework

/// The numbers in several questions that an answer may be too large or too small by.
///
/// They come from the questions alone: every plain-number input under its own name, 1 minus it, the
/// sizes of the arrays and how many entries they have. A size that several arrays share is one
/// quantity; a size that never varies is none, nor is one that two axes of one array share in every
/// question, as nothing tells which of them is meant.
struct QuestionQuantities: Sendable {
  /// The values by short names such as `N` or `columns(h)`, one for each question.
  private(set) var values: [String: [Double]] = [:]
  /// The names in words: "N, the number of rows of h".
  private(set) var words: [String: String] = [:]

  /// Inputs that some questions lack, or hold in another rank, are passed over.
  init(of questions: [Question]) {
    var arrays: [[Size]] = []
    // Short names come first: a size is best known by the array that is best known.
    let names = (questions.first?.inputs.keys).map(Array.init) ?? []
    for name in names.sorted(by: { ($0.count, $0) < ($1.count, $1) }) {
      let tensors = questions.compactMap { $0.inputs[name]?.tensor }
      guard tensors.count == questions.count, let rank = tensors.first?.rank,
        tensors.allSatisfy({ $0.rank == rank })
      else { continue }
      if rank == 0 {
        add(name, tensors.map(\.scalar), name)
        add("(1-\(name))", tensors.map { 1 - $0.scalar }, "(1 − \(name))")
      } else {
        arrays.append(
          (0..<rank).map { axis in
            Size(array: name, rank: rank, axis: axis, lengths: tensors.map { $0.shape[axis] })
          })
      }
    }
    add(sizesOf: arrays)
  }

  private mutating func add(_ name: String, _ values: [Double], _ words: String) {
    guard self.values[name] == nil else { return }
    self.values[name] = values
    self.words[name] = words
  }

  private mutating func add(sizesOf arrays: [[Size]]) {
    let sizes = Dictionary(grouping: arrays.joined(), by: \.lengths)
    let isClear = { (group: [Size]) in Set(group.map(\.array)).count == group.count }
    // What never varies is no evidence.
    let groups = sizes.filter { isClear($0.value) && Set($0.key).count > 1 }
    // Samples are rows: the one size that is nothing but a number of rows is called N.
    let batches = groups.values.filter { group in
      group.allSatisfy { $0.axis == 0 } && group.contains { $0.rank > 1 }
    }
    for group in groups.values {
      guard let size = group.first else { continue }
      let isBatch = batches.count == 1 && batches[0] == group && values["N"] == nil
      add(
        isBatch ? "N" : size.name, size.lengths.map(Double.init),
        isBatch ? "N, \(size.words)" : size.words)
    }
    var taken = Set(groups.keys)
    for array in arrays where array.count > 1 {
      let counts = array.dropFirst().reduce(array[0].lengths) { zip($0, $1.lengths).map(*) }
      guard array.allSatisfy({ isClear(sizes[$0.lengths] ?? []) }), taken.insert(counts).inserted
      else { continue }
      let name = array[0].array
      add("count(\(name))", counts.map(Double.init), "the number of entries of \(name)")
    }
  }
}

/// The length of one axis of one array, question by question.
private struct Size: Hashable {
  let array: String
  let rank: Int
  let axis: Int
  let lengths: [Int]

  var name: String {
    switch (rank, axis) {
    case (1, _): "count(\(array))"
    case (_, 0): "rows(\(array))"
    case (2, _): "columns(\(array))"
    default: "axis\(axis)(\(array))"
    }
  }

  var words: String {
    switch (rank, axis) {
    case (1, _): "the number of entries of \(array)"
    case (_, 0): "the number of rows of \(array)"
    case (2, _): "the number of columns of \(array)"
    default: "the length of axis \(axis) of \(array)"
    }
  }
}
