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

  /// Reads one document of JSON5 from UTF-8 bytes, by its standard (spec.json5.org).
  ///
  /// Beside JSON that is comments, single quotes, keys without quotes, a comma after the last value,
  /// and numbers such as `+1`, `.5`, `5.`, `0x1F`, `Infinity` and `NaN`, which are kept, and written,
  /// as they were typed. What is refused beyond the grammar is the same as in JSON.
  ///
  /// - Throws: The first fault in the order of the text.
  package init(parsingJSON5 bytes: some Sequence<UInt8>) throws(JSONError) {
    self = try JSON5Document(parsing: bytes).value
  }

  /// Reads one document from a text, with the same rules as for bytes.
  ///
  /// - Throws: The first fault in the order of the text.
  package init(parsing text: String) throws(JSONError) {
    try self.init(parsing: text.utf8)
  }
}
