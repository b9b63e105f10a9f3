extension Worksheet {
  /// The slot that a student means by a name, whatever its case.
  ///
  /// A slot's own spelling means that slot. Any other case means it too, unless the worksheet has
  /// two slots that differ in case alone: then the name means neither, and the answer is `nil`.
  package func slot(typedAs name: String) -> Slot? {
    if let slot = self[name] { return slot }
    let alike = slots.filter { $0.name.lowercased() == name.lowercased() }
    return alike.count == 1 ? alike.first : nil
  }

  /// What was filled in, under the slots' own names; what means no slot is left out.
  ///
  /// Where one slot is filled in under several spellings its own counts, else the first in
  /// alphabetical order, so that the outcome never depends on the order of a dictionary.
  package func filledSlots<Content>(of typed: [String: Content]) -> [String: Content] {
    var filled: [String: Content] = [:]
    for (name, content) in typed.sorted(by: { $0.key < $1.key }) {
      guard let slot = slot(typedAs: name)?.name else { continue }
      if name == slot || filled[slot] == nil { filled[slot] = content }
    }
    return filled
  }
}
