import Tensors

/// What a sheet of hand-computed answers asks: given numbers, and slots that build on each other.
package struct Worksheet: Sendable, Hashable {
  /// The assignment's name, such as `backprop-2-2-1`.
  package let id: String
  /// What the numbers are called where they are one student's own; `nil` for those of everybody.
  package let variant: String?
  /// The heading, in words.
  package let title: String
  /// The question in words, a line each: the network, its activation, its loss.
  package let task: [String]
  /// The given numbers as they are printed, a line each, such as `x0 = [0.05, 0.1]`.
  package let givens: [String]
  /// What is asked, in the order in which it is computed.
  package let slots: [Slot]
  /// The network behind the slots, in their names; `nil` where the slots are not those of one.
  package let net: DenseNet?
  /// How many digits the answers must have.
  package let asked: AskedFigures

  /// One value to compute.
  package struct Slot: Sendable, Hashable {
    /// As it stands before the equals sign, such as `dW1`.
    package let name: String
    /// `[]` for a plain number.
    package let shape: [Int]
    /// What it is, such as "the hidden layer's weighted sums, W1 x0 + b1".
    package let meaning: String
    /// The slots that are intermediate results on the way to this one.
    package let parents: [String]

    /// A value called `name`; a plain number that builds on nothing if nothing else is said.
    package init(_ name: String, shape: [Int] = [], meaning: String, parents: [String] = []) {
      self.name = name
      self.shape = shape
      self.meaning = meaning
      self.parents = parents
    }
  }

  /// A worksheet; names must be unique and parents must come before their children.
  package init(
    id: String, variant: String? = nil, title: String, task: [String], givens: [String],
    net: DenseNet? = nil, asked: AskedFigures = .standard, slots: [Slot]
  ) {
    var known: Set<String> = []
    for slot in slots {
      precondition(known.isSuperset(of: slot.parents), "'\(slot.name)' comes before a parent")
      precondition(known.insert(slot.name).inserted, "the slot '\(slot.name)' stands twice")
    }
    self.id = id
    self.variant = variant
    self.title = title
    self.task = task
    self.givens = givens
    self.net = net
    self.asked = asked
    self.slots = slots
  }

  /// The slot of that name, where there is one.
  package subscript(name: String) -> Slot? { slots.first { $0.name == name } }

  /// The names of all slots that build on a slot, directly or through others, in order.
  package func descendants(of name: String) -> [String] {
    var found: Set<String> = [name]
    for slot in slots where !found.isDisjoint(with: slot.parents) { found.insert(slot.name) }
    return slots.map(\.name).filter { $0 != name && found.contains($0) }
  }

  /// Every local step of the network with the given numbers; `nil` without a network.
  package var graph: ComputationGraph? { net?.graph(of: givenNumbers) }

  /// The given numbers by name, read from the lines that students see: one source for both.
  package var givenNumbers: [String: Tensor] {
    let sheet = AnswerSheet(givens.joined(separator: "\n"))
    precondition(sheet.problems.isEmpty, "the givens of '\(id)': \(sheet.problems)")
    return Dictionary(uniqueKeysWithValues: sheet.entries.map { ($0.slot, $0.value.tensor) })
  }
}

extension Worksheet.Slot {
  /// Its entries, row by row.
  package var quantities: [Quantity] { Quantity.all(name, shape: shape) }
}

extension TypedArray? {
  /// The numbers as computed with; an array of no numbers where nothing could be read.
  fileprivate var tensor: Tensor {
    Tensor(shape: self?.shape ?? [0], scalars: self?.places.map { $0?.value ?? .nan } ?? [])
  }
}
