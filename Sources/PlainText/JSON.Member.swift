extension JSON {
  /// One key of an object together with its value.
  package struct Member: Sendable {
    /// The key, with its escapes resolved.
    package var key: String
    /// The value that stands after the colon.
    package var value: JSON

    /// Pairs a key with a value.
    package init(key: String, value: JSON) {
      self.key = key
      self.value = value
    }
  }
}
