extension SheetAppeal {
  /// The network with what was typed on it; `nil` where no picture can show it.
  package var picture: NetworkPicture? {
    diagram.map { diagram in
      NetworkPicture(
        title: "\(name), \(title)", diagram: diagram,
        readings: slots.reduce(into: [:]) { readings, slot in
          for entry in slot.entries { readings[entry.quantity] = slot.reading(of: entry) }
        })
    }
  }
}

extension SheetAppeal.Slot {
  fileprivate func reading(of entry: SheetAppeal.Entry) -> NetworkPicture.Reading {
    guard let typed = entry.typed, let mark = entry.mark else {
      return text == nil ? .blank : .unreadable
    }
    return .typed(typed, mark, right: entry.truth)
  }
}
