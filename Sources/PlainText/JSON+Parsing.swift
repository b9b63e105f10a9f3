extension JSON {
  /// Reads one document from UTF-8 bytes, strictly by RFC 8259.
  ///
  /// Refuses what RFC 8259 refuses and also a key that appears twice in an object, ill-formed UTF-8,
  /// unpaired surrogates, and more than 128 arrays and objects inside each other. A leading byte order
  /// mark is passed over. Never stops the program, whatever the bytes.
  ///
  /// - Throws: The first fault in the order of the text.
  package init(parsing bytes: some Sequence<UInt8>) throws(JSONError) {
    var parser = JSONParser(bytes: Array(bytes))
    self = try parser.document()
  }

  /// Reads one document from a text, with the same rules as for bytes.
  ///
  /// - Throws: The first fault in the order of the text.
  package init(parsing text: String) throws(JSONError) {
    try self.init(parsing: text.utf8)
  }
}
